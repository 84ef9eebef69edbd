// Included twice, behind programs.rs: with `rt` for tokio, and with `rt` for this runtime.

use rt::sync::{broadcast, mpsc, oneshot, watch};
use std::task::Poll;

pub(super) async fn a_bounded_channel_counts_its_room(said: Said) {
    let (sender, mut receiver) = mpsc::channel(3);
    let permit = sender.try_reserve().unwrap();
    let owned = sender.clone().reserve_owned().await.unwrap();
    said.say(format!("{}/{}", sender.capacity(), sender.max_capacity()));
    permit.send(1);
    let again = owned.send(2);
    said.say(again.same_channel(&sender));
    let released = again.reserve_owned().await.unwrap().release();
    said.say(format!("{}/{} {}", receiver.capacity(), receiver.max_capacity(), receiver.len()));
    said.say(format!("{:?} {:?}", receiver.try_recv(), receiver.is_empty()));
    said.say(format!("{:?}", released.try_reserve().map(|_| "room").map_err(|it| it.to_string())));
    let mut buffer = Vec::new();
    said.say(receiver.recv_many(&mut buffer, 9).await);
    said.say(format!("{buffer:?} {:?}", receiver.try_recv() == Err(mpsc::error::TryRecvError::Empty)));
}

pub(super) async fn a_channel_that_is_closed_is_drained(said: Said) {
    let (sender, mut receiver) = mpsc::channel(4);
    sender.send("left").await.unwrap();
    said.say(format!("{} {}", sender.is_closed(), receiver.is_closed()));
    let waiting = sender.clone();
    let closed = task::spawn(async move { waiting.closed().await });
    task::yield_now().await;
    receiver.close();
    closed.await.unwrap();
    said.say(format!("{} {}", sender.is_closed(), receiver.is_closed()));
    said.say(sender.send("late").await.unwrap_err());
    let polled = std::future::poll_fn(|cx| Poll::Ready(receiver.poll_recv(cx))).await;
    said.say(format!("{polled:?} {:?}", receiver.recv().await));
    said.say(receiver.try_recv().unwrap_err());
}

pub(super) async fn an_unbounded_channel_that_is_closed_is_drained(said: Said) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    for word in ["a", "b", "c"] {
        sender.send(word).unwrap();
    }
    said.say(format!("{} {} {}", receiver.len(), receiver.is_empty(), sender.same_channel(&sender.clone())));
    said.say(format!("{:?}", receiver.try_recv()));
    let waiting = sender.clone();
    let closed = task::spawn(async move { waiting.closed().await });
    task::yield_now().await;
    receiver.close();
    closed.await.unwrap();
    said.say(format!("{} {}", sender.is_closed(), receiver.is_closed()));
    said.say(sender.send("late").unwrap_err());
    let polled = std::future::poll_fn(|cx| Poll::Ready(receiver.poll_recv(cx))).await;
    said.say(format!("{polled:?}"));
    let mut buffer = Vec::new();
    said.say(receiver.recv_many(&mut buffer, 9).await);
    said.say(receiver.recv_many(&mut buffer, 9).await);
}

/// Weak senders keep no channel open, and find it as long as another one does.
pub(super) async fn weak_senders_keep_no_channel_open(said: Said) {
    let (sender, mut receiver) = mpsc::channel(2);
    let weak: mpsc::WeakSender<u8> = sender.downgrade();
    said.say(format!("{} {}", sender.strong_count(), sender.weak_count()));
    let again = weak.upgrade().unwrap();
    again.send(1).await.unwrap();
    said.say(format!("{} {}", weak.strong_count(), weak.weak_count()));
    drop((sender, again));
    said.say(format!("{:?} {:?}", receiver.recv().await, receiver.recv().await));
    said.say(format!("{} {}", weak.upgrade().is_none(), weak.strong_count()));
}

pub(super) async fn weak_unbounded_senders_keep_no_channel_open(said: Said) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let weak: mpsc::WeakUnboundedSender<u8> = sender.downgrade();
    let other = weak.clone();
    said.say(format!("{} {}", sender.strong_count(), sender.weak_count()));
    weak.upgrade().unwrap().send(1).unwrap();
    drop(sender);
    said.say(format!("{:?} {:?}", receiver.recv().await, receiver.recv().await));
    said.say(format!("{} {}", other.upgrade().is_none(), weak.strong_count()));
    drop(other);
    said.say(weak.weak_count());
}

/// Nobody is left to receive: whoever sends is told and keeps the message; whoever waits for room is woken.
pub(super) async fn a_channel_whose_receiver_is_gone_loses_nothing_silently(said: Said) {
    let (sender, receiver) = mpsc::channel(1);
    sender.send(String::from("inside")).await.unwrap();
    let waiting = sender.clone();
    let blocked = task::spawn(async move { waiting.send(String::from("waiting")).await });
    task::yield_now().await;
    drop(receiver);
    said.say(blocked.await.unwrap().unwrap_err().0);
    said.say(sender.send(String::from("late")).await.unwrap_err().0);
    said.say(sender.try_send(String::from("hasty")).unwrap_err().into_inner());
    said.say(sender.send_timeout(String::from("patient"), Duration::from_millis(5)).await.unwrap_err().into_inner());
    said.say(sender.reserve().await.is_err());
    sender.closed().await;
    let (sender, receiver) = mpsc::unbounded_channel();
    drop(receiver);
    said.say(sender.send("unbounded").unwrap_err().0);
    let (sender, receiver) = broadcast::channel(1);
    drop(receiver);
    said.say(sender.send("broadcast").unwrap_err().0);
    let (sender, receiver) = watch::channel("before");
    drop(receiver);
    said.say(sender.send("watch").unwrap_err().0);
    let (sender, receiver) = oneshot::channel();
    drop(receiver);
    said.say(sender.send("oneshot").unwrap_err());
}

pub(super) async fn a_oneshot_knows_of_its_other_end(said: Said) {
    let (sender, mut receiver) = oneshot::channel::<u8>();
    said.say(format!("{:?} {}", receiver.try_recv() == Err(oneshot::error::TryRecvError::Empty), sender.is_closed()));
    receiver.close();
    said.say(format!("{} {:?}", sender.is_closed(), sender.send(1)));
    said.say(receiver.try_recv().unwrap_err());
    let (mut sender, receiver) = oneshot::channel::<u8>();
    let dropped = task::spawn(async move {
        sender.closed().await;
        "told"
    });
    task::yield_now().await;
    drop(receiver);
    said.say(dropped.await.unwrap());
    let (sender, mut receiver) = oneshot::channel();
    said.say(receiver.is_empty());
    sender.send(7).unwrap();
    said.say(receiver.is_empty());
    said.say(format!("{:?} {}", receiver.try_recv(), receiver.is_terminated()));
}

pub(super) async fn a_broadcast_counts_its_receivers(said: Said) {
    let (sender, mut first) = broadcast::channel(2);
    let second = first.resubscribe();
    said.say(format!("{} {}", sender.receiver_count(), first.same_channel(&second)));
    said.say(sender.same_channel(&sender.clone()));
    said.say(format!("{:?}", first.try_recv() == Err(broadcast::error::TryRecvError::Empty)));
    for n in 1..=3 {
        sender.send(n).unwrap();
    }
    said.say(format!("{} {} {}", sender.len(), first.len(), first.is_empty()));
    said.say(first.try_recv().unwrap_err());
    said.say(format!("{:?} {}", first.try_recv(), first.is_closed()));
    drop(second);
    let waiting = sender.clone();
    let closed = task::spawn(async move { waiting.closed().await });
    task::yield_now().await;
    drop(first);
    closed.await.unwrap();
    let mut last = sender.subscribe();
    drop(sender);
    said.say(format!("{} {:?}", last.is_closed(), last.recv().await));
}

pub(super) async fn a_watch_marks_what_was_seen(said: Said) {
    let (sender, mut receiver) = watch::channel(1);
    said.say(format!("{:?} {} {}", receiver.has_changed(), *receiver.borrow(), *sender.borrow()));
    said.say(sender.send_if_modified(|it| { *it += 1; *it > 5 }));
    said.say(format!("{:?}", receiver.has_changed()));
    receiver.mark_changed();
    receiver.changed().await.unwrap();
    sender.send(8).unwrap();
    receiver.mark_unchanged();
    said.say(format!("{:?} {}", receiver.has_changed(), *receiver.borrow_and_update()));
    let other = sender.subscribe();
    said.say(format!("{} {}", sender.receiver_count(), other.same_channel(&receiver)));
    said.say(sender.send_replace(9));
    drop((receiver, other));
    sender.closed().await;
    said.say(format!("{} {}", sender.is_closed(), sender.send(1).unwrap_err()));
    let mut late = sender.subscribe();
    drop(sender);
    let error: watch::error::RecvError = late.changed().await.unwrap_err();
    said.say(error);
}
