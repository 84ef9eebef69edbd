//! `async fn`.

use crate::emit;
use crate::names::plain_name;
use crate::pass::Pass;
use crate::place::Place;
use quote::format_ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, FnArg, Pat, ReturnType, Signature, Stmt, Type, TypeImplTrait, parse_quote};

impl Pass {
    /// Makes a function record its future; leaves one that is not `async` as it is.
    pub(crate) fn function(&mut self, sig: &mut Signature, block: &mut Block) {
        if sig.asyncness.is_none() {
            return;
        }
        let name = self.function_name(sig);
        let place = Place::of(sig.ident.span());
        let body = body(sig, block);
        let function = if returns_result(&sig.output) { "fallible_function" } else { "function" };
        let future = emit::record(function, [name], place, body);
        if returns_never(&sig.output) {
            // `impl Future<Output = !>` cannot be written, so the function stays `async` and awaits its recorded body.
            *block = parse_quote!({ #future.await });
            return;
        }
        sig.asyncness = None;
        let output: Type = match &sig.output {
            ReturnType::Default => parse_quote!(()),
            ReturnType::Type(_, ty) => (**ty).clone(),
        };
        sig.output = parse_quote!(-> impl ::core::future::Future<Output = #output>);
        *block = parse_quote!({ #future });
    }
}

/// Returns the body of a function as an `async` block that owns the parameters.
fn body(sig: &mut Signature, block: &Block) -> Expr {
    let mut statements: Vec<Stmt> = Vec::new();
    if let ReturnType::Type(_, ty) = &sig.output {
        statements.extend(pin_output(ty));
    }
    for (index, input) in sig.inputs.iter_mut().enumerate() {
        match input {
            // An `async` block captures what it mentions.
            FnArg::Receiver(_) => statements.push(parse_quote!(let _ = &self;)),
            FnArg::Typed(it) => statements.extend(move_in(&mut it.pat, index)),
        }
    }
    let body = &block.stmts;
    parse_quote!(async move { #(#statements)* #(#body)* })
}

/// Returns the statements that move a parameter into the body, and leaves a plain name in the signature.
///
/// Whatever a pattern does not bind is still owned by the body, and dropped at its end, as rustc does it.
fn move_in(pat: &mut Pat, index: usize) -> Vec<Stmt> {
    if let (Some(name), Pat::Ident(ident)) = (plain_name(pat).cloned(), &mut *pat) {
        let mutability = ident.mutability.take();
        return vec![parse_quote!(let #mutability #name = #name;)];
    }
    let name = format_ident!("__arg{index}");
    let old = std::mem::replace(pat, parse_quote!(#name));
    vec![parse_quote!(let #name = #name;), parse_quote!(let #old = #name;)]
}

/// Returns a statement that tells the compiler what an `async` block returns, so that everything it returns is
/// converted to that. `None` if the type cannot be written in a `let`.
pub(crate) fn pin_output(ty: &Type) -> Option<Stmt> {
    let is_written = !matches!(ty, Type::Never(_) | Type::Infer(_)) && !mentions_impl(ty);
    is_written.then(|| {
        parse_quote! {
            if false {
                let __output: #ty = loop {};
                return __output;
            }
        }
    })
}

fn mentions_impl(ty: &Type) -> bool {
    struct Search(bool);
    impl VisitMut for Search {
        fn visit_type_impl_trait_mut(&mut self, it: &mut TypeImplTrait) {
            self.0 = true;
            visit_mut::visit_type_impl_trait_mut(self, it);
        }
    }
    let mut search = Search(false);
    search.visit_type_mut(&mut ty.clone());
    search.0
}

fn returns_never(output: &ReturnType) -> bool {
    matches!(output, ReturnType::Type(_, ty) if matches!(**ty, Type::Never(_)))
}

fn returns_result(output: &ReturnType) -> bool {
    match output {
        ReturnType::Type(_, ty) => match &**ty {
            Type::Path(it) => it.path.segments.last().is_some_and(|it| it.ident == "Result"),
            _ => false,
        },
        ReturnType::Default => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::check;
    use expect_test::expect;

    #[test]
    fn a_function_records_its_future_from_the_call_on() {
        check(
            "async fn download(file: &str, mut ms: u64) { ms += 1; sleep(ms).await; }",
            &expect![[r#"
            fn download(file: &str, ms: u64) -> impl ::core::future::Future<Output = ()> {
                ::meanwhile_runtime::record::function(
                    ::std::format!("download({:?}, {:?})", __cut(& file), ms),
                    1,
                    10,
                    async move {
                        let file = file;
                        let mut ms = ms;
                        ms += 1;
                        ::meanwhile_runtime::record::awaited_as("sleep(ms)", 1, 65, sleep(ms)).await;
                    },
                )
            }
        "#]],
        );
    }

    #[test]
    fn a_declared_type_is_what_the_body_returns() {
        check(
            "async fn f() -> Result<Box<dyn Error>, String> { Ok(g()?) }
            async fn g() -> impl Display { 1 }
            async fn h() -> ! { loop {} }",
            &expect![[r#"
                fn f() -> impl ::core::future::Future<Output = Result<Box<dyn Error>, String>> {
                    ::meanwhile_runtime::record::fallible_function(
                        "f",
                        1,
                        10,
                        async move {
                            if false {
                                let __output: Result<Box<dyn Error>, String> = loop {};
                                return __output;
                            }
                            Ok(g()?)
                        },
                    )
                }
                fn g() -> impl ::core::future::Future<Output = impl Display> {
                    ::meanwhile_runtime::record::function("g", 2, 22, async move { 1 })
                }
                async fn h() -> ! {
                    ::meanwhile_runtime::record::function("h", 3, 22, async move { loop {} }).await
                }
            "#]],
        );
    }

    #[test]
    fn every_parameter_is_moved_in() {
        check(
            "async fn f((a, b): (u8, u8), _: Guard, ref c: u8, unused: Guard) {}",
            &expect![[r#"
            fn f(
                __arg0: (u8, u8),
                __arg1: Guard,
                __arg2: u8,
                unused: Guard,
            ) -> impl ::core::future::Future<Output = ()> {
                ::meanwhile_runtime::record::function(
                    "f(…)",
                    1,
                    10,
                    async move {
                        let __arg0 = __arg0;
                        let (a, b) = __arg0;
                        let __arg1 = __arg1;
                        let _ = __arg1;
                        let __arg2 = __arg2;
                        let ref c = __arg2;
                        let unused = unused;
                    },
                )
            }
        "#]],
        );
    }

    #[test]
    fn methods_are_functions_too() {
        check(
            "impl Client { async fn send<'a, T: Into<Url>>(&'a mut self, url: T) -> &'a Url where T: Clone { &self.url } }
            trait Job { async fn run(self); async fn run_twice(&self, name: &str) { self.run().await } }",
            &expect![[r#"
                impl Client {
                    fn send<'a, T: Into<Url>>(
                        &'a mut self,
                        url: T,
                    ) -> impl ::core::future::Future<Output = &'a Url>
                    where
                        T: Clone,
                    {
                        ::meanwhile_runtime::record::function(
                            "send(…)",
                            1,
                            24,
                            async move {
                                if false {
                                    let __output: &'a Url = loop {};
                                    return __output;
                                }
                                let _ = &self;
                                let url = url;
                                &self.url
                            },
                        )
                    }
                }
                trait Job {
                    async fn run(self);
                    fn run_twice(&self, name: &str) -> impl ::core::future::Future<Output = ()> {
                        ::meanwhile_runtime::record::function(
                            ::std::format!("run_twice({:?})", __cut(& name)),
                            2,
                            54,
                            async move {
                                let _ = &self;
                                let name = name;
                                ::meanwhile_runtime::record::awaited_as("self.run()", 2, 96, self.run())
                                    .await
                            },
                        )
                    }
                }
            "#]],
        );
    }

    #[test]
    fn a_function_that_is_not_async_stays() {
        check(
            "fn f(n: u8) -> u8 { n }",
            &expect![[r#"
            fn f(n: u8) -> u8 {
                n
            }
        "#]],
        );
    }
}
