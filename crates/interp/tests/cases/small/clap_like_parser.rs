#[derive(Debug, Default, PartialEq)]
struct Args { verbose: u8, name: Option<String>, sizes: Vec<u32>, rest: Vec<String> }

fn parse<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Args, String> {
    let mut args = Args::default();
    while let Some(word) = words.next() {
        match word {
            "-v" | "--verbose" => args.verbose += 1,
            "--name" => args.name = Some(words.next().ok_or("--name needs a value")?.to_string()),
            w if w.starts_with("--size=") => {
                let n = w["--size=".len()..].parse().map_err(|e| format!("{w}: {e}"))?;
                args.sizes.push(n);
            }
            "--" => { args.rest.extend(words.by_ref().map(String::from)); }
            w if w.starts_with('-') => return Err(format!("unknown flag {w}")),
            w => args.rest.push(w.to_owned()),
        }
    }
    Ok(args)
}

fn main() {
    for line in ["-v a --name x -v b", "--size=3 --size=04 c", "--size=x", "--name", "-q", "-- -q --name", ""] {
        println!("{:?}", parse(line.split_whitespace()));
    }
}
