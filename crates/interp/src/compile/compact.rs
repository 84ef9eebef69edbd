//! Code without what does nothing.

use crate::code::{Code, Op, Pc};

/// Takes out instructions that do nothing, and lets jumps to jumps lead where those lead.
pub(super) fn compact(code: &mut Code) {
    // The number of each instruction afterwards; that of one that goes is its successor's.
    let mut next = 0;
    let numbers: Vec<Pc> = code
        .ops
        .iter()
        .map(|op| {
            let number = next;
            next += Pc::from(!is_idle(op));
            number
        })
        .collect();
    let spans = std::mem::take(&mut code.spans);
    let ops = std::mem::take(&mut code.ops);
    for (op, span) in ops.into_iter().zip(spans).filter(|it| !is_idle(&it.0)) {
        code.ops.push(op);
        code.spans.push(span);
    }
    for op in &mut code.ops {
        if let Some(to) = target(op) {
            *to = numbers[*to as usize];
        }
    }
    for index in 0..code.ops.len() {
        let mut op = code.ops[index];
        let Some(to) = target(&mut op) else { continue };
        *to = end_of_jumps(&code.ops, *to);
        let to = *to;
        code.ops[index] = match (op, code.ops.get(to as usize)) {
            (Op::Jump { .. }, Some(&Op::Return { src })) => Op::Return { src },
            _ => op,
        };
    }
}

fn is_idle(op: &Op) -> bool {
    match op {
        Op::Nop => true,
        Op::Move { dst, src } => dst == src,
        _ => false,
    }
}

/// Where jumps that follow one another lead. Those that lead back stay as they are, because they are counted.
fn end_of_jumps(ops: &[Op], mut to: Pc) -> Pc {
    while let Some(Op::Jump { to: further }) = ops.get(to as usize)
        && *further > to
    {
        to = *further;
    }
    to
}

/// Where an instruction may jump to.
pub(super) fn target(op: &mut Op) -> Option<&mut Pc> {
    match op {
        Op::Jump { to }
        | Op::JumpIf { to, .. }
        | Op::JumpIfNot { to, .. }
        | Op::JumpUnless { to, .. }
        | Op::JumpUnlessInt { to, .. }
        | Op::JumpUnlessVariant { to, .. }
        | Op::JumpUnlessLen { to, .. }
        | Op::Try { on: to, .. }
        | Op::Next { end: to, .. }
        | Op::Count { end: to, .. } => Some(to),
        _ => None,
    }
}
