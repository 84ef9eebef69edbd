//! What can go to another worker.

use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Type, TypePath};

/// Types that share something with whoever made them, or mean something only where they were made.
const BOUND: &[&str] = &[
    "Arc",
    "AtomicBool",
    "AtomicI32",
    "AtomicI64",
    "AtomicU32",
    "AtomicU64",
    "AtomicUsize",
    "Cell",
    "File",
    "Instant",
    "JoinHandle",
    "Mutex",
    "Notify",
    "Rc",
    "Receiver",
    "RefCell",
    "RwLock",
    "Semaphore",
    "Sender",
    "TcpStream",
    "UnboundedReceiver",
    "UnboundedSender",
    "Weak",
];

/// Methods that make an owned value of what they are called on, and do nothing else.
const COPYING: &[&str] = &["clone", "into", "len", "to_owned", "to_string", "to_vec"];

/// Functions that make a value, by the last name of their path; all that begin with a capital do.
const MAKING: &[&str] = &["from", "from_millis", "from_secs", "new"];

/// Returns whether an argument can be evaluated by the spawner: it does nothing that could be noticed.
pub(super) fn can_be_moved(arg: &Expr) -> bool {
    match arg {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Paren(it) => can_be_moved(&it.expr),
        Expr::Unary(it) => can_be_moved(&it.expr),
        Expr::Cast(it) => can_be_moved(&it.expr),
        Expr::Field(it) => can_be_moved(&it.base),
        Expr::Binary(it) => can_be_moved(&it.left) && can_be_moved(&it.right),
        Expr::Range(it) => it.start.iter().chain(&it.end).all(|it| can_be_moved(it)),
        Expr::Tuple(it) => it.elems.iter().all(can_be_moved),
        Expr::Array(it) => it.elems.iter().all(can_be_moved),
        Expr::MethodCall(it) => is_copying(it),
        Expr::Call(it) => makes(&it.func) && it.args.iter().all(can_be_moved),
        _ => false,
    }
}

fn is_copying(call: &ExprMethodCall) -> bool {
    call.args.is_empty() && COPYING.iter().any(|it| call.method == it) && can_be_moved(&call.receiver)
}

fn makes(func: &Expr) -> bool {
    let Expr::Path(func) = func else { return false };
    func.path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        MAKING.contains(&name.as_str()) || name.starts_with(char::is_uppercase)
    })
}

/// Returns whether a value of a type can travel as bytes, as far as the type's name says.
///
/// # Errors
///
/// Fails with what is wrong with it.
pub(super) fn can_be_bytes(ty: &Type) -> Result<(), String> {
    let mut search = Search(None);
    search.visit_type(ty);
    search.0.map_or(Ok(()), Err)
}

struct Search(Option<String>);

impl Search {
    fn found(&mut self, what: &str) {
        self.0.get_or_insert_with(|| what.to_owned());
    }
}

impl Visit<'_> for Search {
    fn visit_type(&mut self, ty: &Type) {
        match ty {
            Type::Reference(_) => self.found("it takes or returns a reference"),
            Type::ImplTrait(_) => self.found("it takes or returns `impl Trait`, which names no type"),
            Type::TraitObject(_) => self.found("it takes or returns a trait object, which names no type"),
            Type::Ptr(_) | Type::FnPtr(_) => self.found("it takes or returns a pointer"),
            Type::Never(_) => self.found("it never returns"),
            _ => visit::visit_type(self, ty),
        }
    }

    fn visit_type_path(&mut self, ty: &TypePath) {
        let last = ty.path.segments.last().map(|it| it.ident.to_string());
        if let Some(name) = last.filter(|it| BOUND.contains(&it.as_str())) {
            self.found(&format!("`{name}` cannot go to another worker"));
        }
        visit::visit_type_path(self, ty);
    }
}
