//! Reading from the front, writing to the end.

pub use super::adapters::{Chain, Reader, Take, Writer};
use super::{Bytes, BytesMut};

macro_rules! gets {
    ($($name:ident $name_le:ident $of:ty)*) => {$(
        #[track_caller]
        fn $name(&mut self) -> $of {
            let mut bytes = [0u8; std::mem::size_of::<$of>()];
            self.copy_to_slice(&mut bytes);
            <$of>::from_be_bytes(bytes)
        }

        #[track_caller]
        fn $name_le(&mut self) -> $of {
            let mut bytes = [0u8; std::mem::size_of::<$of>()];
            self.copy_to_slice(&mut bytes);
            <$of>::from_le_bytes(bytes)
        }
    )*};
}

macro_rules! puts {
    ($($name:ident $name_le:ident $of:ty)*) => {$(
        fn $name(&mut self, n: $of) {
            self.put_slice(&n.to_be_bytes())
        }

        fn $name_le(&mut self, n: $of) {
            self.put_slice(&n.to_le_bytes())
        }
    )*};
}

pub trait Buf {
    fn remaining(&self) -> usize;
    fn chunk(&self) -> &[u8];
    fn advance(&mut self, cnt: usize);

    fn has_remaining(&self) -> bool {
        self.remaining() > 0
    }

    #[track_caller]
    fn copy_to_slice(&mut self, dst: &mut [u8]) {
        assert!(self.remaining() >= dst.len(), "advance out of bounds: the len is {} but advancing by {}", self.remaining(), dst.len());
        let mut at = 0;
        while at < dst.len() {
            let n = self.chunk().len().min(dst.len() - at);
            dst[at..at + n].copy_from_slice(&self.chunk()[..n]);
            self.advance(n);
            at += n;
        }
    }

    #[track_caller]
    fn copy_to_bytes(&mut self, len: usize) -> Bytes {
        assert!(self.remaining() >= len, "advance out of bounds: the len is {} but advancing by {len}", self.remaining());
        let mut bytes = vec![0u8; len];
        self.copy_to_slice(&mut bytes);
        Bytes::from(bytes)
    }

    fn take(self, limit: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Take { inner: self, limit }
    }

    fn chain<U: Buf>(self, next: U) -> Chain<Self, U>
    where
        Self: Sized,
    {
        Chain { first: self, last: next }
    }

    fn reader(self) -> Reader<Self>
    where
        Self: Sized,
    {
        Reader { buf: self }
    }

    #[track_caller]
    fn get_u8(&mut self) -> u8 {
        let mut bytes = [0u8; 1];
        self.copy_to_slice(&mut bytes);
        bytes[0]
    }

    #[track_caller]
    fn get_i8(&mut self) -> i8 {
        self.get_u8() as i8
    }

    gets! {
        get_u128 get_u128_le u128 get_i128 get_i128_le i128
        get_f32 get_f32_le f32 get_f64 get_f64_le f64
        get_u16 get_u16_le u16 get_i16 get_i16_le i16
        get_u32 get_u32_le u32 get_i32 get_i32_le i32
        get_u64 get_u64_le u64 get_i64 get_i64_le i64
    }
}

pub trait BufMut {
    fn put_slice(&mut self, src: &[u8]);

    fn put<T: Buf>(&mut self, mut src: T)
    where
        Self: Sized,
    {
        while src.has_remaining() {
            let n = src.chunk().len();
            self.put_slice(src.chunk());
            src.advance(n);
        }
    }

    fn put_bytes(&mut self, val: u8, cnt: usize) {
        self.put_slice(&vec![val; cnt])
    }

    fn put_u8(&mut self, n: u8) {
        self.put_slice(&[n])
    }

    fn put_i8(&mut self, n: i8) {
        self.put_slice(&[n as u8])
    }

    fn writer(self) -> Writer<Self>
    where
        Self: Sized,
    {
        Writer { buf: self }
    }

    puts! {
        put_u128 put_u128_le u128 put_i128 put_i128_le i128
        put_f32 put_f32_le f32 put_f64 put_f64_le f64
        put_u16 put_u16_le u16 put_i16 put_i16_le i16
        put_u32 put_u32_le u32 put_i32 put_i32_le i32
        put_u64 put_u64_le u64 put_i64 put_i64_le i64
    }
}

macro_rules! buffers {
    ($($name:ident)*) => {$(
        impl Buf for $name {
            fn remaining(&self) -> usize {
                self.len()
            }

            fn chunk(&self) -> &[u8] {
                &**self
            }

            fn advance(&mut self, cnt: usize) {
                let len = self.len();
                assert!(cnt <= len, "cannot advance past `remaining`: {cnt:?} <= {len:?}");
                self.start += cnt;
            }
        }
    )*};
}

buffers! { Bytes BytesMut }

impl<T: Buf + ?Sized> Buf for &mut T {
    fn remaining(&self) -> usize {
        (**self).remaining()
    }

    fn chunk(&self) -> &[u8] {
        (**self).chunk()
    }

    fn advance(&mut self, cnt: usize) {
        (**self).advance(cnt)
    }
}

impl Buf for &[u8] {
    fn remaining(&self) -> usize {
        self.len()
    }

    fn chunk(&self) -> &[u8] {
        *self
    }

    fn advance(&mut self, cnt: usize) {
        *self = &self[cnt..];
    }
}

impl BufMut for BytesMut {
    fn put_slice(&mut self, src: &[u8]) {
        self.extend_from_slice(src)
    }
}

impl BufMut for Vec<u8> {
    fn put_slice(&mut self, src: &[u8]) {
        self.extend_from_slice(src)
    }
}

impl<T: AsRef<[u8]>> Buf for std::io::Cursor<T> {
    fn remaining(&self) -> usize {
        self.get_ref().as_ref().len().saturating_sub(self.position() as usize)
    }

    fn chunk(&self) -> &[u8] {
        let bytes: &[u8] = self.get_ref().as_ref();
        &bytes[(self.position() as usize).min(bytes.len())..]
    }

    #[track_caller]
    fn advance(&mut self, cnt: usize) {
        assert!(cnt <= self.remaining(), "advance out of bounds: the len is {} but advancing by {cnt}", self.remaining());
        self.set_position(self.position() + cnt as u64);
    }
}

impl<T: Buf> std::io::__Source for T {
    fn __chunk(&self) -> &[u8] {
        self.chunk()
    }

    fn __advance(&mut self, n: usize) {
        self.advance(n)
    }
}
