use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() {
    let (sender, receiver) = mpsc::channel();
    for id in 0..3 {
        let sender = sender.clone();
        thread::spawn(move || {
            for i in 0..2 {
                thread::sleep(Duration::from_millis(30 * (id + 1) + 100 * i));
                sender.send((id, i)).unwrap();
            }
        });
    }
    drop(sender);
    for (id, i) in receiver {
        println!("{id} {i}");
    }
    let (sender, receiver) = mpsc::sync_channel(1);
    let producer = thread::spawn(move || {
        for i in 0..3 {
            sender.send(i).unwrap();
        }
        "all sent"
    });
    thread::sleep(Duration::from_millis(20));
    println!("{:?} {:?}", receiver.recv(), receiver.recv());
    println!("{}", producer.join().unwrap());
    println!("{:?} {:?}", receiver.try_recv(), receiver.recv());
    println!("{:?}", receiver.recv_timeout(Duration::from_millis(5)));
    let (sender, receiver) = mpsc::channel::<i32>();
    println!("{:?}", receiver.recv_timeout(Duration::from_millis(5)));
    drop(receiver);
    println!("{:?}", sender.send(1));
}
