// Functions of traits called by the trait alone: whose they are is said by parameters, and by associated types of those.
trait Make {
    type Err: Fail;
    fn make(ok: bool) -> Result<Self, Self::Err>
    where
        Self: Sized;
}
trait Fail {
    fn custom<T: std::fmt::Display>(t: T) -> Self;
}
#[derive(Debug)]
struct E(String);
impl Fail for E {
    fn custom<T: std::fmt::Display>(t: T) -> Self {
        E(t.to_string())
    }
}
fn made<T: Default>() -> T {
    Default::default()
}
fn generic<T: Fail>() -> Result<u8, T> {
    Err(Fail::custom("generic"))
}
fn by_trait<M: Make>() -> Result<u8, M::Err> {
    Err(Fail::custom("assoc"))
}
fn by_type<M: Make>() -> Result<u8, M::Err> {
    Err(M::Err::custom("assoc2"))
}
fn passed_on<M: Make>() -> Result<u8, M::Err> {
    let x: u8 = None.ok_or_else(|| Fail::custom("assoc3"))?;
    Ok(x)
}
struct S;
impl Make for S {
    type Err = E;
    fn make(ok: bool) -> Result<S, E> {
        if ok { Ok(S) } else { Err(Fail::custom("plain")) }
    }
}
fn main() {
    println!("{} {:?}", made::<u8>(), generic::<E>());
    println!("{:?}", S::make(false).err());
    println!("{:?}", by_type::<S>());
    println!("{:?}", by_trait::<S>());
    println!("{:?}", passed_on::<S>());
}
