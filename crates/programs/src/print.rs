//! A short name for a text, by which a program is known whose source is not there to be compared.

/// Returns the fingerprint of a text (FNV-1a); blanks at its end do not count.
///
/// ```
/// let program = meanwhile_programs::find("three-downloads").unwrap();
/// assert_eq!(program.print, meanwhile_programs::print(program.texts.unwrap().source));
/// ```
pub fn print(text: &str) -> u64 {
    let step = |print: u64, byte: u8| (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.trim_end().bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
