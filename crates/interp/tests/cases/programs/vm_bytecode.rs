// An assembler and a stack machine.
use std::collections::{BTreeMap, HashMap};
use std::convert::TryFrom;
use std::fmt;
use std::ops::{Deref, DerefMut};

#[repr(u8)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Op {
    Halt = 0,
    Push = 0x10,
    Dup,
    Swap,
    Pop,
    Add = 0x20,
    Sub,
    Mul,
    Shl,
    Xor,
    Jump = 0x30,
    JumpZero,
    Call,
    Ret,
    Print = 0x40,
}

impl Op {
    const ALL: [Op; 15] = [
        Op::Halt, Op::Push, Op::Dup, Op::Swap, Op::Pop, Op::Add, Op::Sub, Op::Mul, Op::Shl, Op::Xor, Op::Jump, Op::JumpZero, Op::Call,
        Op::Ret, Op::Print,
    ];

    const fn has_operand(self) -> bool {
        matches!(self, Op::Push | Op::Jump | Op::JumpZero | Op::Call)
    }
}

impl TryFrom<u8> for Op {
    type Error = Fault;
    fn try_from(byte: u8) -> Result<Op, Fault> {
        Op::ALL.into_iter().find(|op| *op as u8 == byte).ok_or(Fault::BadOpcode(byte))
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Fault {
    BadOpcode(u8),
    Underflow { pc: usize, op: Op },
    Overflow(i32, Op, i32),
    OutOfCode(usize),
    TooLong,
    Assembler(usize, String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::BadOpcode(b) => write!(f, "bad opcode {b:#04x}"),
            Fault::Underflow { pc, op } => write!(f, "{op:?} at {pc:#06x} needs more operands"),
            Fault::Overflow(a, op, b) => write!(f, "{a} {op:?} {b} overflows"),
            Fault::OutOfCode(pc) => write!(f, "ran off the code at {pc}"),
            Fault::TooLong => write!(f, "ran too long"),
            Fault::Assembler(line, what) => write!(f, "line {line}: {what}"),
        }
    }
}

#[derive(Default, Debug)]
struct Stack(Vec<i32>);
impl Deref for Stack {
    type Target = Vec<i32>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
impl DerefMut for Stack {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

struct Vm<'code, W: FnMut(i32)> {
    code: &'code [u8],
    pc: usize,
    stack: Stack,
    calls: Vec<usize>,
    out: W,
    counts: BTreeMap<Op, u32>,
}

impl<'code, W: FnMut(i32)> Vm<'code, W> {
    fn new(code: &'code [u8], out: W) -> Self {
        Vm { code, pc: 0, stack: Stack::default(), calls: vec![], out, counts: BTreeMap::new() }
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        let b = *self.code.get(self.pc).ok_or(Fault::OutOfCode(self.pc))?;
        self.pc += 1;
        Ok(b)
    }

    fn operand(&mut self) -> Result<i32, Fault> {
        let bytes: [u8; 4] = self.code[self.pc..].get(..4).and_then(|s| s.try_into().ok()).ok_or(Fault::OutOfCode(self.pc))?;
        self.pc += bytes.len();
        Ok(i32::from_le_bytes(bytes))
    }

    fn run(&mut self) -> Result<Option<i32>, Fault> {
        for _ in 0..1_000 {
            let pc = self.pc;
            let op = Op::try_from(self.byte()?)?;
            *self.counts.entry(op).or_default() += 1;
            let underflow = Fault::Underflow { pc, op };
            match op {
                Op::Halt => return Ok(self.stack.last().copied()),
                Op::Push => {
                    let n = self.operand()?;
                    self.stack.push(n);
                }
                Op::Dup => {
                    let top = *self.stack.last().ok_or(underflow)?;
                    self.stack.push(top);
                }
                Op::Swap => match self.stack.as_mut_slice() {
                    [.., a, b] => std::mem::swap(a, b),
                    _ => return Err(underflow),
                },
                Op::Pop => drop(self.stack.pop().ok_or(underflow)?),
                Op::Add | Op::Sub | Op::Mul | Op::Shl | Op::Xor => {
                    let (Some(b), Some(a)) = (self.stack.pop(), self.stack.pop()) else {
                        return Err(underflow);
                    };
                    let result = match op {
                        Op::Add => a.checked_add(b),
                        Op::Sub => a.checked_sub(b),
                        Op::Mul => a.checked_mul(b),
                        Op::Shl => u32::try_from(b).ok().and_then(|b| a.checked_shl(b)),
                        _ => Some(a ^ b),
                    };
                    self.stack.push(result.ok_or(Fault::Overflow(a, op, b))?);
                }
                Op::Jump => self.pc = self.operand()? as usize,
                Op::JumpZero => {
                    let target = self.operand()?;
                    if self.stack.pop().ok_or(underflow)? == 0 {
                        self.pc = target as usize;
                    }
                }
                Op::Call => {
                    let target = self.operand()? as usize;
                    self.calls.push(std::mem::replace(&mut self.pc, target));
                }
                Op::Ret => self.pc = self.calls.pop().ok_or(underflow)?,
                Op::Print => (self.out)(self.stack.pop().ok_or(underflow)?),
            }
        }
        Err(Fault::TooLong)
    }
}

fn assemble(source: &str) -> Result<Vec<u8>, Fault> {
    let mut code = Vec::new();
    let mut labels = HashMap::new();
    let mut patches: Vec<(usize, &str, usize)> = vec![];
    'lines: for (number, line) in (1..).zip(source.lines()) {
        let line = line.split(';').next().unwrap_or("").trim();
        if line.is_empty() {
            continue 'lines;
        }
        if let Some(label) = line.strip_suffix(':') {
            if labels.insert(label, code.len()).is_some() {
                return Err(Fault::Assembler(number, format!("label {label} twice")));
            }
            continue;
        }
        let (name, arg) = line.split_once(' ').map_or((line, None), |(n, a)| (n, Some(a.trim())));
        let op = Op::ALL
            .iter()
            .copied()
            .find(|op| format!("{op:?}").eq_ignore_ascii_case(name))
            .ok_or_else(|| Fault::Assembler(number, format!("no operation {name:?}")))?;
        code.push(op as u8);
        match (op.has_operand(), arg) {
            (false, None) => {}
            (true, Some(arg)) => {
                let value = match arg.parse::<i32>() {
                    Ok(n) => n,
                    Err(_) => {
                        patches.push((code.len(), arg, number));
                        -1
                    }
                };
                code.extend_from_slice(&value.to_le_bytes());
            }
            (wants, _) => return Err(Fault::Assembler(number, format!("{name} takes {} operand", if wants { "an" } else { "no" }))),
        }
    }
    for (at, label, number) in patches {
        let target = *labels.get(label).ok_or_else(|| Fault::Assembler(number, format!("no label {label}")))?;
        code[at..at + 4].copy_from_slice(&(target as u32).to_le_bytes());
    }
    Ok(code)
}

fn hexdump(bytes: &[u8]) {
    for (i, row) in bytes.chunks(8).enumerate() {
        let hex: Vec<String> = row.iter().map(|b| format!("{b:02x}")).collect();
        let ascii: String = row.iter().map(|&b| if b.is_ascii_graphic() { b as char } else { '.' }).collect();
        println!("{:04x}  {:<23}  {}", i * 8, hex.join(" "), ascii);
    }
}

const FACTORIAL: &str = "
    push 1          ; accumulator
    push 6
loop:
    dup
    jumpzero done
    dup
    print
    swap
    push 0
    add
    call times
    jump loop
times:              ; ( n acc -- acc*n n-1 )
    swap
    dup
    push -1
    add
    swap
    call mul3
    ret
mul3:
    ret
done:
    pop
    halt
";

fn main() {
    let mut printed = vec![];
    let simple = assemble("push 5\nloop:\ndup\nprint\npush 1\nsub\ndup\njumpzero end\njump loop\nend:\npush 3\npush 4\nshl\nhalt").unwrap();
    hexdump(&simple[..20]);
    let mut vm = Vm::new(&simple, |n| printed.push(n));
    let result = vm.run();
    let busiest = vm.counts.iter().max_by_key(|(_, n)| **n).map(|(op, n)| (*op, *n));
    println!("{result:?} {busiest:?} stack {:?}", *vm.stack);
    println!("{printed:?}");
    match assemble(FACTORIAL).map(|code| Vm::new(&code, |n| print!("{n} ")).run()) {
        Ok(Ok(v)) => println!("= {v:?}"),
        Ok(Err(fault)) => println!("fault: {fault}"),
        Err(e) => println!("error: {e}"),
    }
    for source in ["add", "push 2147483647\npush 1\nadd", "x:\njump x", "push", "nop", "jump nowhere", "a:\na:", "push 1"] {
        let outcome = assemble(source).and_then(|code| {
            let mut sum = 0;
            let r = Vm::new(&code, |n| sum += n).run();
            r.map(|top| (top, sum))
        });
        println!("{:<28} {}", source.replace('\n', " / "), outcome.map_or_else(|e| e.to_string(), |v| format!("{v:?}")));
    }
    println!("{}", Vm::new(&[0xff], |_| ()).run().unwrap_err());
}
