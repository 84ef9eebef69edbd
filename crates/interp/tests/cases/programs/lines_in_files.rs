use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

fn main() -> io::Result<()> {
    let path = std::env::temp_dir().join("lines_and_options.txt");
    let _ = fs::remove_file(&path);
    match File::open(&path) {
        Ok(_) => println!("there"),
        Err(error) => println!("{error} / {:?}", error.kind()),
    }
    {
        let mut file = BufWriter::new(File::create(&path)?);
        for i in 1..=3 {
            writeln!(file, "line {i}")?;
        }
    }
    let file = File::open(&path)?;
    for (n, line) in BufReader::new(file).lines().enumerate() {
        println!("{n}: {}", line?);
    }
    let mut file = OpenOptions::new().read(true).append(true).open(&path)?;
    file.write_all(b"last\n")?;
    file.seek(SeekFrom::Start(7))?;
    let mut rest = String::new();
    file.read_to_string(&mut rest)?;
    print!("{rest}");
    println!("{} bytes", file.metadata()?.len());
    println!("{:?}", File::create_new(&path).map_err(|e| e.kind()).err());
    println!("{:?}", File::open(&path)?.write(b"no").map_err(|e| e.to_string()));
    println!("{:?}", OpenOptions::new().open(&path).map_err(|e| e.kind()).err());
    let mut twice = File::open(&path)?;
    let mut same = twice.try_clone()?;
    let mut four = [0; 4];
    twice.read_exact(&mut four)?;
    same.read_exact(&mut four)?;
    println!("{:?}", std::str::from_utf8(&four));
    let mut through = &twice;
    through.read_exact(&mut four)?;
    println!("{four:?}");
    fs::rename(&path, path.with_extension("old"))?;
    println!("{} {}", path.exists(), fs::exists(path.with_extension("old"))?);
    fs::remove_file(path.with_extension("old"))?;
    println!("{:?}", fs::remove_file(&path).map_err(|e| e.raw_os_error()));
    Ok(())
}
