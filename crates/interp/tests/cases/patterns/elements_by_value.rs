#[derive(Clone, Copy, Debug, PartialEq)]
struct V(f64, f64);

impl std::ops::Sub for V {
    type Output = V;
    fn sub(self, other: V) -> V {
        V(self.0 - other.0, self.1 - other.1)
    }
}

impl<'a> std::ops::Sub<&'a V> for &'a V {
    type Output = V;
    fn sub(self, other: &V) -> V {
        *self - *other
    }
}

fn cross(a: V, b: V) -> f64 {
    a.0 * b.1 - a.1 * b.0
}

fn hull(points: &[V]) -> Vec<V> {
    let half = |it: &mut dyn Iterator<Item = &V>| {
        let mut hull: Vec<V> = vec![];
        for &next in it {
            while let [.., a, b] = hull[..] {
                if cross(b - a, next - b) > 0.0 {
                    break;
                }
                hull.pop();
                println!("without {b:?}, after {a:?}");
            }
            hull.push(next);
        }
        hull
    };
    half(&mut points.iter())
}

fn sum(values: &[i32]) -> i32 {
    match *values {
        [] => 0,
        [one] => one,
        [first, ref rest @ .., last] => first + sum(rest) + last,
    }
}

fn main() {
    let points = [V(0.0, 0.0), V(1.0, 2.0), V(2.0, 1.0), V(3.0, 0.5), V(4.0, 5.0)];
    println!("{:?}", hull(&points));
    println!("{:?} {}", &points[1] - &points[2], sum(&[1, 2, 3, 4, 5]));
    let mut numbers = vec![1, 2, 3];
    if let [first, .., mut last] = numbers[..] {
        numbers[0] = 10;
        numbers.clear();
        last += first;
        println!("{first} {last} {numbers:?}");
    }
    let mut names = vec!["a".to_string(), "b".to_string()];
    if let [first, ..] = &mut names[..] {
        first.push('!');
    }
    if let [first, rest @ ..] = &names[..] {
        println!("{first} {rest:?}");
    }
    match names[..] {
        [ref first, ref mut second] => {
            second.push_str(first);
            println!("{second}");
        }
        _ => println!("others"),
    }
    let &[a, b] = &[1u8, 2];
    println!("{}", a + b);
}
