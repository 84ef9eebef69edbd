//! How connections, files and the database look in a trace: natively, where it is exact.

use crate::db::{STOCK, item};
use expect_test::{Expect, expect};
use meanwhile_runtime::db::{Database, Schema};
use meanwhile_runtime::fs::{self, File};
use meanwhile_runtime::io::{AsyncReadExt, AsyncWriteExt};
use meanwhile_runtime::net::{TcpListener, TcpStream};
use meanwhile_runtime::record::awaited_as;
use meanwhile_runtime::time::{Duration, sleep};
use meanwhile_runtime::{RunConfig, join, run_to_end};
use meanwhile_trace::{ClockKind, check, dump};

/// Runs a program, and compares its events.
#[track_caller]
fn traced(main: impl AsyncFnOnce() -> crate::harness::Outcome + 'static, expected: &Expect) {
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let finished = run_to_end(config, || Box::pin(async { main().await.map_err(|it| it.to_string()) }));
    assert_eq!(check(&finished.trace.events), []);
    assert_eq!(finished.output(), "");
    expected.assert_eq(&dump(&finished.trace));
}

#[test]
fn an_accept_is_woken_by_the_connect_and_a_read_by_the_write() {
    traced(
        async || {
            let listener = TcpListener::bind("127.0.0.1:8080").await?;
            let server = async {
                let (mut stream, _) = awaited_as("listener.accept()", 2, 9, listener.accept()).await?;
                let mut buf = [0; 4];
                awaited_as("stream.read(&mut buf)", 3, 9, stream.read(&mut buf)).await
            };
            let client = async {
                let mut stream = awaited_as("connect", 4, 9, TcpStream::connect("127.0.0.1:8080")).await?;
                sleep(Duration::from_millis(5)).await;
                stream.write_all(b"hi").await
            };
            let (read, written) = join!(server, client);
            assert_eq!(read?, 2);
            Ok(written?)
        },
        &expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: net accept 127.0.0.1:8080 in #1
            0.000     #2  awaited at 2:9
            0.000     #2  poll
            0.000     #2  pending
            0.000     #3  created: net connect 127.0.0.1:8080 in #1
            0.000     #3  awaited at 4:9
            0.000     #3  poll
            0.000     #3  pending
            0.000     #1  pending
            0.000     #3  woken by i/o
            0.000     #1  woken by #3
            0.000     #1  poll
            0.000     #3  poll
            0.000     #2  woken by #3
            0.000     #1  woken by #2
            0.000     #3  ready
            0.000     #3  completed
            0.000     #4  created: sleep sleep 5 ms in #1
            0.000     #4  poll
            0.000     #4  due in 5.000 ms
            0.000     #4  pending
            0.000     #2  poll
            0.000     #2  ready
            0.000     #2  completed
            0.000     #5  created: branch stream.read(&mut buf) in #1
            0.000     #5  awaited at 3:9
            0.000     #5  poll
            0.000     #5  pending
            0.000     #1  pending
            0.000     #1  poll
            0.000     #5  poll
            0.000     #5  pending
            0.000     #4  poll
            0.000     #4  pending
            0.000     #1  pending
            5.000     #4  woken by a timer
            5.000     #1  woken by #4
            5.000     #1  poll
            5.000     #4  poll
            5.000     #4  ready
            5.000     #4  completed
            5.000     #5  woken by #1
            5.000     #1  woken by #5
            5.000     #5  poll
            5.000     #5  ready
            5.000     #5  completed
            5.000     #1  ready
            5.000     #1  completed
        "#]],
    );
}

#[test]
fn an_operation_on_a_file_is_a_leaf_woken_by_input_and_output() {
    traced(
        async || {
            awaited_as("fs::write(..)", 2, 9, fs::write("notes.txt", "milk")).await?;
            let mut file = awaited_as("File::open(..)", 3, 9, File::open("notes.txt")).await?;
            let mut text = [0; 8];
            awaited_as("file.read(..)", 4, 9, file.read(&mut text)).await?;
            fs::read("missing.txt").await.unwrap_err();
            Ok(())
        },
        &expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: file write notes.txt in #1
            0.000     #2  awaited at 2:9
            0.000     #2  poll
            0.000     #2  pending
            0.000     #1  pending
            0.000     #2  woken by i/o
            0.000     #1  woken by #2
            0.000     #1  poll
            0.000     #2  poll
            0.000     #2  ready
            0.000     #2  completed
            0.000     #3  created: file open notes.txt in #1
            0.000     #3  awaited at 3:9
            0.000     #3  poll
            0.000     #3  pending
            0.000     #1  pending
            0.000     #3  woken by i/o
            0.000     #1  woken by #3
            0.000     #1  poll
            0.000     #3  poll
            0.000     #3  ready
            0.000     #3  completed
            0.000     #4  created: file read notes.txt in #1
            0.000     #4  awaited at 4:9
            0.000     #4  poll
            0.000     #4  pending
            0.000     #1  pending
            0.000     #4  woken by i/o
            0.000     #1  woken by #4
            0.000     #1  poll
            0.000     #4  poll
            0.000     #4  ready
            0.000     #4  completed
            0.000     #5  created: file read missing.txt in #1
            0.000     #5  poll
            0.000     #5  pending
            0.000     #1  pending
            0.000     #5  woken by i/o
            0.000     #1  woken by #5
            0.000     #1  poll
            0.000     #5  poll
            0.000     #5  ready
            0.000     #5  failed
            0.000     #1  ready
            0.000     #1  completed
        "#]],
    );
}

#[test]
fn a_transaction_that_waits_for_another_waits_for_a_lock() {
    traced(
        async || {
            let shop = Database::open("shop", Schema::new(1).store(STOCK)).await?;
            let sell = async |ms: u64| {
                let sale = shop.begin(STOCK).await?;
                sleep(Duration::from_millis(ms)).await;
                sale.put(STOCK, &7, &item("nuts", 1)).await?;
                sale.commit().await
            };
            let (first, second) = join!(sell(20), sell(1));
            first.and(second)?;
            Ok(())
        },
        &expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: database open shop in #1
            0.000     #2  poll
            0.000     #2  pending
            0.000     #1  pending
            0.000     #2  woken by i/o
            0.000     #1  woken by #2
            0.000     #1  poll
            0.000     #2  poll
            0.000     #2  ready
            0.000     #2  completed
            0.000     #3  created: database begin stock in #1
            0.000     #3  poll
            0.000     #3  makes rwlock r1 rwlock shop/stock
            0.000     #4  created: lock write in #3
            0.000     #4  poll
            0.000     #4  acquires r1
            0.000     #4  ready
            0.000     #4  completed
            0.000     #3  ready
            0.000     #3  completed
            0.000     #5  created: sleep sleep 20 ms in #1
            0.000     #5  poll
            0.000     #5  due in 20.000 ms
            0.000     #5  pending
            0.000     #6  created: database begin stock in #1
            0.000     #6  poll
            0.000     #7  created: lock write in #6
            0.000     #7  poll
            0.000     #7  waits for r1
            0.000     #7  pending
            0.000     #6  pending
            0.000     #1  pending
            20.000    #5  woken by a timer
            20.000    #1  woken by #5
            20.000    #1  poll
            20.000    #6  poll
            20.000    #7  poll
            20.000    #7  pending
            20.000    #6  pending
            20.000    #5  poll
            20.000    #5  ready
            20.000    #5  completed
            20.000    #8  created: database put stock/7 in #1
            20.000    #8  poll
            20.000    #8  ready
            20.000    #8  completed
            20.000    #9  created: database commit stock in #1
            20.000    #9  poll
            20.000    #9  pending
            20.000    #1  pending
            20.000    #9  woken by i/o
            20.000    #1  woken by #9
            20.000    #1  poll
            20.000    #9  poll
            20.000    #4  releases r1
            20.000    #7  woken by #9
            20.000    #6  woken by #7
            20.000    #1  woken by #6
            20.000    #9  ready
            20.000    #9  completed
            20.000    #6  poll
            20.000    #7  poll
            20.000    #7  acquires r1
            20.000    #7  ready
            20.000    #7  completed
            20.000    #6  ready
            20.000    #6  completed
            20.000    #10 created: sleep sleep 1 ms in #1
            20.000    #10 poll
            20.000    #10 due in 1.000 ms
            20.000    #10 pending
            20.000    #1  pending
            20.000    #1  poll
            20.000    #10 poll
            20.000    #10 pending
            20.000    #1  pending
            21.000    #10 woken by a timer
            21.000    #1  woken by #10
            21.000    #1  poll
            21.000    #10 poll
            21.000    #10 ready
            21.000    #10 completed
            21.000    #11 created: database put stock/7 in #1
            21.000    #11 poll
            21.000    #11 ready
            21.000    #11 completed
            21.000    #12 created: database commit stock in #1
            21.000    #12 poll
            21.000    #12 pending
            21.000    #1  pending
            21.000    #12 woken by i/o
            21.000    #1  woken by #12
            21.000    #1  poll
            21.000    #12 poll
            21.000    #7  releases r1
            21.000    #12 ready
            21.000    #12 completed
            21.000    #1  ready
            21.000    #1  completed
        "#]],
    );
}
