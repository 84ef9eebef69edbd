fn transpose(m: &[Vec<i32>]) -> Vec<Vec<i32>> { (0..m[0].len()).map(|c| m.iter().map(|row| row[c]).collect()).collect() }

fn neighbours(grid: &[Vec<char>], r: usize, c: usize) -> usize {
    let mut n = 0;
    for dr in [-1i32, 0, 1] {
        for dc in [-1i32, 0, 1] {
            if (dr, dc) == (0, 0) { continue; }
            let (rr, cc) = (r as i32 + dr, c as i32 + dc);
            if rr >= 0 && cc >= 0 && grid.get(rr as usize).and_then(|row| row.get(cc as usize)) == Some(&'#') { n += 1; }
        }
    }
    n
}

fn main() {
    println!("{:?}", transpose(&[vec![1, 2, 3], vec![4, 5, 6]]));
    let mut grid: Vec<Vec<char>> = [".....", "..#..", "..#..", "..#..", "....."].iter().map(|r| r.chars().collect()).collect();
    for _ in 0..2 {
        grid = (0..5).map(|r| (0..5).map(|c| match (grid[r][c], neighbours(&grid, r, c)) { ('#', 2 | 3) | ('.', 3) => '#', _ => '.' }).collect()).collect();
        for row in &grid { println!("{}", row.iter().collect::<String>()); }
    }
    let mut t = vec![vec![0; 3]; 2];
    t[1][2] = 7;
    t[0].push(1);
    let flat: Vec<_> = t.concat();
    println!("{t:?} {flat:?} {}", t.iter().map(Vec::len).sum::<usize>());
}
