// A stack machine, an assembler with labels, a disassembler, and a scheduler of fibers as hand-written futures.
use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap, VecDeque},
    convert::TryFrom,
    fmt,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, RawWaker, RawWakerVTable, Waker},
};
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Op {
    Push(i64) = 0x01,
    Pop = 0x02,
    Add = 0x10,
    Sub,
    Mul,
    Div,
    Dup = 0x20,
    Swap,
    Jmp(u16) = 0x30,
    Jz(u16),
    Call(u16),
    Ret,
    Load(u8) = 0x40,
    Store(u8),
    Print = 0x50,
    Yield,
    Send(u8),
    Recv,
    Halt = 0xff,
}
#[derive(Debug, Clone, PartialEq)]
enum VmError {
    Underflow { pc: usize, op: Op },
    DivideByZero(usize),
    Label(String),
    Syntax(usize, String),
    Byte(u8),
    Limit,
}
impl fmt::Display for VmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use VmError::*;
        match self {
            Underflow { pc, op } => write!(f, "stack underflow at {pc:#06x} ({op:?})"),
            DivideByZero(pc) => write!(f, "division by zero at {pc}"),
            Label(l) => write!(f, "undefined label '{l}'"),
            Syntax(n, w) => write!(f, "line {n}: bad instruction {w:?}"),
            Byte(b) => write!(f, "bad opcode {b:#04X}"),
            Limit => "out of fuel".fmt(f),
        }
    }
}
impl std::error::Error for VmError {}
struct Assembler<'s> {
    labels: HashMap<&'s str, u16>,
    lines: Vec<(usize, &'s str)>,
}
impl<'s> Assembler<'s> {
    fn parse(src: &'s str) -> Self {
        let mut a = Assembler { labels: HashMap::new(), lines: vec![] };
        for (n, line) in src.lines().enumerate().map(|(n, l)| (n + 1, l.split_once(';').map_or(l, |(code, _)| code).trim())) {
            let mut rest = line;
            while let Some((label, tail)) = rest.split_once(':') {
                a.labels.insert(label.trim(), a.lines.len() as u16);
                rest = tail.trim_start();
            }
            if !rest.is_empty() {
                a.lines.push((n, rest));
            }
        }
        a
    }
    fn assemble(self) -> Result<Vec<Op>, VmError> {
        let target = |w: Option<&str>| -> Result<u16, VmError> {
            let w = w.unwrap_or_default();
            self.labels.get(w).copied().ok_or_else(|| VmError::Label(w.to_string()))
        };
        self.lines
            .iter()
            .map(|&(n, line)| {
                let mut ws = line.split_whitespace();
                let bad = || VmError::Syntax(n, line.to_owned());
                let op = ws.next().ok_or_else(bad)?;
                fn num<T: std::str::FromStr>(w: Option<&str>) -> Option<T> {
                    w?.parse().ok()
                }
                Ok(match op.to_ascii_lowercase().as_str() {
                    "push" => Op::Push(num(ws.next()).ok_or_else(bad)?),
                    "pop" => Op::Pop,
                    "add" => Op::Add,
                    "sub" => Op::Sub,
                    "mul" => Op::Mul,
                    "div" => Op::Div,
                    "dup" => Op::Dup,
                    "swap" => Op::Swap,
                    "jmp" => Op::Jmp(target(ws.next())?),
                    "jz" => Op::Jz(target(ws.next())?),
                    "call" => Op::Call(target(ws.next())?),
                    "ret" => Op::Ret,
                    "load" => Op::Load(num(ws.next()).ok_or_else(bad)?),
                    "store" => Op::Store(num(ws.next()).ok_or_else(bad)?),
                    "print" => Op::Print,
                    "yield" => Op::Yield,
                    "send" => Op::Send(num(ws.next()).ok_or_else(bad)?),
                    "recv" => Op::Recv,
                    "halt" => Op::Halt,
                    _ => return Err(bad()),
                })
            })
            .collect()
    }
}
struct Vm {
    code: Rc<[Op]>,
    pc: usize,
    stack: Vec<i64>,
    calls: Vec<usize>,
    regs: [i64; 4],
    id: u8,
    world: Rc<World>,
}
#[derive(Default)]
struct World {
    out: RefCell<Vec<String>>,
    mail: RefCell<BTreeMap<u8, VecDeque<i64>>>,
}
enum Step {
    Go,
    Yield,
    Wait,
    Done,
}
impl Vm {
    fn pop(&mut self, op: Op) -> Result<i64, VmError> {
        self.stack.pop().ok_or(VmError::Underflow { pc: self.pc - 1, op })
    }
    fn step(&mut self) -> Result<Step, VmError> {
        let Some(&op) = self.code.get(self.pc) else { return Ok(Step::Done) };
        self.pc += 1;
        match op {
            Op::Push(n) => self.stack.push(n),
            Op::Pop => drop(self.pop(op)?),
            Op::Add | Op::Sub | Op::Mul | Op::Div => {
                let (b, a) = (self.pop(op)?, self.pop(op)?);
                self.stack.push(match op {
                    Op::Add => a + b,
                    Op::Sub => a - b,
                    Op::Mul => a.wrapping_mul(b),
                    _ if b == 0 => return Err(VmError::DivideByZero(self.pc - 1)),
                    _ => a / b,
                });
            }
            Op::Dup => {
                let a = self.pop(op)?;
                self.stack.extend([a, a])
            }
            Op::Swap => {
                let n = self.stack.len();
                if n < 2 {
                    Err(VmError::Underflow { pc: self.pc - 1, op })?
                }
                self.stack.swap(n - 1, n - 2)
            }
            Op::Jmp(t) => self.pc = t.into(),
            Op::Jz(t) => {
                if self.pop(op)? == 0 {
                    self.pc = t as usize
                }
            }
            Op::Call(t) => self.calls.push(std::mem::replace(&mut self.pc, usize::from(t))),
            Op::Ret => match self.calls.pop() {
                Some(pc) => self.pc = pc,
                None => return Ok(Step::Done),
            },
            Op::Load(r) => self.stack.push(self.regs[r as usize]),
            Op::Store(r) => self.regs[r as usize] = self.pop(op)?,
            Op::Print => {
                let v = self.pop(op)?;
                self.world.out.borrow_mut().push(format!("{}:{v}", self.id))
            }
            Op::Yield => return Ok(Step::Yield),
            Op::Send(to) => {
                let v = self.pop(op)?;
                self.world.mail.borrow_mut().entry(to).or_default().push_back(v)
            }
            Op::Recv => {
                let got = self.world.mail.borrow_mut().get_mut(&self.id).and_then(VecDeque::pop_front);
                match got {
                    Some(v) => self.stack.push(v),
                    None => {
                        self.pc -= 1;
                        return Ok(Step::Wait);
                    }
                }
            }
            Op::Halt => return Ok(Step::Done),
        }
        Ok(Step::Go)
    }
}
struct Fiber(Vm, u32);
impl Future for Fiber {
    type Output = Result<Option<i64>, VmError>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            if self.1 == 0 {
                return Poll::Ready(Err(VmError::Limit));
            }
            self.1 -= 1;
            match self.0.step() {
                Ok(Step::Go) => {}
                Ok(Step::Yield | Step::Wait) => {
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Ok(Step::Done) => return Poll::Ready(Ok(self.0.stack.last().copied())),
                Err(e) => return Poll::Ready(Err(e)),
            }
        }
    }
}
fn noop() -> Waker {
    const VT: RawWakerVTable = RawWakerVTable::new(|p| RawWaker::new(p, &VT), |_| {}, |_| {}, |_| {});
    unsafe { Waker::from_raw(RawWaker::new(std::ptr::null(), &VT)) }
}
fn run_all(progs: &[&str], fuel: u32) -> Result<(Vec<String>, Vec<(u8, Result<Option<i64>, VmError>)>), VmError> {
    let world = Rc::new(World::default());
    let mut queue = VecDeque::new();
    for (id, src) in (0u8..).zip(progs) {
        let code: Rc<[Op]> = Assembler::parse(src).assemble()?.into();
        queue.push_back((
            id,
            Box::pin(Fiber(Vm { code, pc: 0, stack: vec![], calls: vec![], regs: [0; 4], id, world: Rc::clone(&world) }, fuel)),
        ));
    }
    let waker = noop();
    let mut cx = Context::from_waker(&waker);
    let mut done = vec![];
    while let Some((id, mut f)) = queue.pop_front() {
        match f.as_mut().poll(&mut cx) {
            Poll::Ready(r) => done.push((id, r)),
            Poll::Pending => queue.push_back((id, f)),
        }
    }
    Ok((world.out.take(), done))
}
impl TryFrom<u8> for Op {
    type Error = VmError;
    fn try_from(b: u8) -> Result<Self, VmError> {
        Ok(match b {
            0x02 => Op::Pop,
            0x10..=0x13 => [Op::Add, Op::Sub, Op::Mul, Op::Div][usize::from(b - 0x10)],
            0xff => Op::Halt,
            other => return Err(VmError::Byte(other)),
        })
    }
}
fn main() {
    let fact = "push 1\nstore 0\npush 6\nloop: dup\njz end ; done?\ndup\nload 0\nmul\nstore 0\npush 1\nsub\njmp loop\nend: pop\nload 0\nprint\nload 0";
    println!("{:?}", run_all(&[fact], 500));
    let ping = "push 3\na: dup\nsend 1\nrecv\ndup\nprint\ndup\njz b\njmp a\nb: halt";
    let pong = "c: recv\npush 1\nsub\ndup\nsend 0\njz d\nyield\njmp c\nd: ret";
    match run_all(&[ping, pong, "push 5\ncall sq\nyield\nhalt\nsq: dup\nmul\nret"], 200) {
        Ok((out, done)) => {
            println!("{}", out.join(" "));
            for (id, r) in &done {
                println!(
                    "{id}: {}",
                    match r {
                        Ok(v) => format!("{v:?}"),
                        Err(e) => e.to_string(),
                    }
                );
            }
        }
        Err(e) => println!("{e}"),
    }
    for bad in ["add", "push 1\npush 0\ndiv", "jmp nowhere", "l: jmp l", "push x", "push 1\nswap"] {
        match run_all(&[bad], 50) {
            Err(e) => println!("asm: {e}"),
            Ok((_, done)) => {
                done.iter().for_each(|(_, r)| println!("run: {}", r.as_ref().map_or_else(|e| e.to_string(), |v| format!("{v:?}"))))
            }
        }
    }
    println!("{:?}", [0x11u8, 0xff, 0x7f].map(Op::try_from));
    println!("{:?}", u8::try_from(300i32).is_err() && i8::try_from(-128i64).is_ok());
}
