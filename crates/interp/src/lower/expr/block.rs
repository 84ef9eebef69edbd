//! Blocks and statements.

use crate::lower::body::{Cx, Rib};
use crate::lower::collect::Place;
use crate::lower::macros::MacroDef;
use crate::lower::module::{Module, ModuleKind};
use crate::tree::{Block, Expr, ExprKind, Stmt};
use syn::Item;

impl Cx<'_> {
    /// A block as an expression.
    pub(in crate::lower) fn block_expr(&mut self, block: &syn::Block, label: Option<&syn::Label>) -> Expr {
        let span = self.brackets(&block.brace_token.span);
        match label {
            None => {
                let block = self.block(block, None);
                self.make(ExprKind::Block(block), span)
            }
            Some(label) => {
                let name = self.label_name(&label.name);
                let block = self.within(Some(name), false, |cx, id| cx.block(block, Some(id)));
                self.make(ExprKind::Block(block), span)
            }
        }
    }

    fn block(&mut self, block: &syn::Block, label: Option<crate::tree::LabelId>) -> Block {
        self.stmts(&block.stmts, label)
    }

    /// Statements in a scope of their own; the last one may be their value.
    pub(in crate::lower) fn stmts(
        &mut self,
        stmts: &[syn::Stmt],
        label: Option<crate::tree::LabelId>,
    ) -> Block {
        let module = self.env.module;
        let traits = (self.traits.clone(), self.bound_traits.clone());
        let block = self.scope(|cx| {
            cx.enter_items(stmts);
            let mut block = Block { label, stmts: Vec::new(), tail: None };
            cx.add_stmts(stmts, true, &mut block);
            block
        });
        self.env.module = module;
        (self.traits, self.bound_traits) = traits;
        block
    }

    /// Collects the items among statements. They stay in scope until that of the block ends.
    pub(in crate::lower) fn enter_items(&mut self, stmts: &[syn::Stmt]) {
        let items: Vec<Item> = stmts.iter().filter_map(|it| self.item_of(it)).collect();
        if items.is_empty() {
            return;
        }
        let world = &mut *self.world;
        let around = self.env.module;
        let file = world.modules.get(around).file;
        let name = world.modules.get(around).name;
        let module = world.modules.add(Module::new(name, Some(around), ModuleKind::Block, file));
        let imports = world.modules.imports.len();
        world.declare_items(&Place { module, dir: None }, items);
        world.drain();
        for number in imports..world.modules.imports.len() {
            if world.modules.is_within(world.modules.imports[number].module, module) {
                world.check_import(number as u32);
            }
        }
        self.env.module = module;
        self.ribs.push(Rib::Items(module));
        self.ribs.push(Rib::Locals(Vec::new()));
        self.find_traits();
    }

    /// The item in a statement. What a macro of the text makes is collected when it is expanded.
    fn item_of(&mut self, stmt: &syn::Stmt) -> Option<Item> {
        match stmt {
            syn::Stmt::Item(it) => Some(it.clone()),
            syn::Stmt::Macro(it) => {
                let found = self.world.find_macro(self.env.module, &it.mac.path)?;
                let makes_items = matches!(found, MacroDef::Known(known) if known.makes_items());
                makes_items.then(|| {
                    Item::Macro(syn::ItemMacro {
                        attrs: Vec::new(),
                        ident: None,
                        mac: it.mac.clone(),
                        semi_token: None,
                    })
                })
            }
            _ => None,
        }
    }

    /// Adds statements to a block; the last of them may be its value.
    pub(in crate::lower) fn add_stmts(&mut self, stmts: &[syn::Stmt], may_end: bool, block: &mut Block) {
        for (index, stmt) in stmts.iter().enumerate() {
            let last = may_end && index + 1 == stmts.len();
            self.stmt(stmt, last, block);
        }
    }

    fn stmt(&mut self, stmt: &syn::Stmt, last: bool, block: &mut Block) {
        match stmt {
            syn::Stmt::Item(_) => {}
            syn::Stmt::Local(it) => {
                if crate::lower::attribute::is_compiled(&it.attrs) {
                    let stmt = self.local(it);
                    block.stmts.push(stmt);
                }
            }
            syn::Stmt::Expr(it, semicolon) => {
                if !crate::lower::attribute::is_compiled(attributes(it)) {
                    return;
                }
                let value = self.expr(it);
                if last && semicolon.is_none() {
                    block.tail = Some(Box::new(value));
                } else {
                    block.stmts.push(Stmt::Expr(value));
                }
            }
            syn::Stmt::Macro(it) => {
                if crate::lower::attribute::is_compiled(&it.attrs) {
                    self.stmt_macro(it, last, block);
                }
            }
        }
    }

    fn local(&mut self, it: &syn::Local) -> Stmt {
        let (pat, ty) = match &it.pat {
            syn::Pat::Type(it) => (&*it.pat, Some(&*it.ty)),
            pat => (pat, None),
        };
        let env = self.env.clone();
        let ty = ty.map(|it| self.world.ty(&env, it));
        let init = it.init.as_ref().map(|it| self.expr(&it.expr));
        let otherwise = it.init.as_ref().and_then(|it| it.diverge.as_ref()).map(|it| self.boxed_expr(&it.1));
        if let (Some(syntax), Some(init), None) = (&it.init, &init, &otherwise) {
            self.note_made(&it.pat, &syntax.expr, init);
        }
        let pat = self.pattern(pat);
        Stmt::Let { pat, ty, init, otherwise }
    }
}

/// The attributes of an expression that stands as a statement.
fn attributes(expr: &syn::Expr) -> &[syn::Attribute] {
    match expr {
        syn::Expr::Block(it) => &it.attrs,
        syn::Expr::Call(it) => &it.attrs,
        syn::Expr::If(it) => &it.attrs,
        syn::Expr::Macro(it) => &it.attrs,
        syn::Expr::Match(it) => &it.attrs,
        syn::Expr::MethodCall(it) => &it.attrs,
        syn::Expr::Unsafe(it) => &it.attrs,
        syn::Expr::Await(it) => &it.attrs,
        syn::Expr::ForLoop(it) => &it.attrs,
        _ => &[],
    }
}
