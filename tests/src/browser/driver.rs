//! The process of chromedriver: started on a free port, ended with its browser when dropped.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result};

/// A running chromedriver.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
    /// Kept open: chromedriver would die of a closed pipe.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts the program that `CHROMEDRIVER` names, or else the one on `PATH`.
    pub(super) fn start() -> Result<Self> {
        let program = std::env::var_os("CHROMEDRIVER").map_or_else(|| "chromedriver".into(), PathBuf::from);
        let mut command = Command::new(&program);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().with_context(|| {
            format!("cannot start {}; install Chromium and chromedriver", program.display())
        })?;
        let mut output = BufReader::new(process.stdout.take().context("chromedriver has no output")?);
        let port = read_port(&mut output)?;
        Ok(Self { process, port, _output: output })
    }

    /// Returns where it takes commands.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to end its sessions, and with them their browsers, and then itself.
    fn shut_down(&self) -> std::io::Result<()> {
        let patience = Some(Duration::from_secs(10));
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(patience)?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whether or not that went well: no process is left behind.
        let _ = self.shut_down();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read_port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        if let Some(port) = port_in(&line?) {
            return Ok(port);
        }
    }
    anyhow::bail!("chromedriver ended without saying which port it listens on")
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_line_that_says_it() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 38533."), Some(38533));
        assert_eq!(port_in("Starting ChromeDriver 156.0.8078.79 on port 0"), None);
    }
}
