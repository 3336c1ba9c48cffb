"""A QR code's modules: the fixed patterns, the data laid out between them, and the mask that scans best."""

from __future__ import annotations

from itertools import groupby, product

# By version from 1: the centres of the alignment patterns in both directions.
_ALIGNMENT: tuple[tuple[int, ...], ...] = (
    (),
    (6, 18),
    (6, 22),
    (6, 26),
    (6, 30),
    (6, 34),
    (6, 22, 38),
    (6, 24, 42),
    (6, 26, 46),
    (6, 28, 50),
    (6, 30, 54),
    (6, 32, 58),
    (6, 34, 62),
    (6, 26, 46, 66),
    (6, 26, 48, 70),
    (6, 26, 50, 74),
    (6, 30, 54, 78),
    (6, 30, 56, 82),
    (6, 30, 58, 86),
    (6, 34, 62, 90),
)

Modules = tuple[tuple[bool, ...], ...]
_Grid = list[list[int]]  # 0 light, 1 dark, 2 not decided yet


def laid_out(bits: str, version: int) -> Modules:
    """Return the modules that hold the bits, dark ones True, under the mask that scanners like best."""
    frame = _frame(version)
    best = min((_masked(frame, bits, mask) for mask in range(8)), key=_penalty)
    return tuple(tuple(module == 1 for module in row) for row in best)


def _frame(version: int) -> _Grid:
    """Return the patterns that are there whatever the data: finders, timing, alignment, version."""
    size = 17 + 4 * version
    grid = [[2] * size for _ in range(size)]
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        _finder(grid, top, left)
    for at in range(8, size - 8):
        grid[6][at] = grid[at][6] = int(at % 2 == 0)
    for top, left in product(_ALIGNMENT[version - 1], repeat=2):
        if grid[top][left] == 2 or (6 in (top, left) and (top, left) not in _corners(size)):
            _square(grid, top, left, 2)
    grid[size - 8][8] = 1
    for row, column in _format_places(size):
        grid[row][column] = 0
    if version >= 7:
        _write_version(grid, version)
    return grid


def _corners(size: int) -> tuple[tuple[int, int], ...]:
    return (6, 6), (6, size - 7), (size - 7, 6)


def _finder(grid: _Grid, top: int, left: int) -> None:
    size = len(grid)
    for row, column in product(range(top - 1, top + 8), range(left - 1, left + 8)):
        if 0 <= row < size and 0 <= column < size:
            away = max(abs(row - top - 3), abs(column - left - 3))
            grid[row][column] = int(away in (0, 1, 3))


def _square(grid: _Grid, top: int, left: int, reach: int) -> None:
    for row, column in product(range(-reach, reach + 1), repeat=2):
        grid[top + row][left + column] = int(max(abs(row), abs(column)) != 1)


def _format_places(size: int) -> list[tuple[int, int]]:
    """Return where the 15 format bits stand, the highest first, twice."""
    ahead = (
        [(8, at) for at in (*range(6), 7)] + [(8, 8), (7, 8)] + [(at, 8) for at in range(5, -1, -1)]
    )
    again = [(size - 1 - at, 8) for at in range(7)] + [(8, size - 8 + at) for at in range(8)]
    return ahead + again


def _write_version(grid: _Grid, version: int) -> None:
    bits = (version << 12) | _check_bits(version, 12, 0x1F25)
    size = len(grid)
    for at in range(18):
        row, column = at // 3, size - 11 + at % 3
        grid[row][column] = grid[column][row] = (bits >> at) & 1


def _check_bits(value: int, length: int, polynomial: int) -> int:
    rest = value << length
    while rest.bit_length() > length:
        rest ^= polynomial << (rest.bit_length() - length - 1)
    return rest


def _masked(frame: _Grid, bits: str, mask: int) -> _Grid:
    grid = [row[:] for row in frame]
    places = _data_places(frame)
    for at, (row, column) in enumerate(places):
        bit = int(bits[at]) if at < len(bits) else 0
        grid[row][column] = bit ^ int(_flips(mask, row, column))
    # Level M is 00 in the format's first two bits.
    form = ((mask << 10) | _check_bits(mask, 10, 0x537)) ^ 0x5412
    for at, (row, column) in enumerate(_format_places(len(grid))):
        grid[row][column] = (form >> (14 - at % 15)) & 1
    return grid


def _data_places(frame: _Grid) -> list[tuple[int, int]]:
    """Return the free modules in the order in which they are filled: two columns at a time, up and down."""
    size, found, is_up = len(frame), [], True
    for right in [*range(size - 1, 6, -2), *range(5, 0, -2)]:
        for row in range(size - 1, -1, -1) if is_up else range(size):
            found += [(row, column) for column in (right, right - 1) if frame[row][column] == 2]
        is_up = not is_up
    return found


def _flips(mask: int, row: int, column: int) -> bool:
    both = row * column
    return (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        both % 2 + both % 3,
        (both % 2 + both % 3) % 2,
        ((row + column) % 2 + both % 3) % 2,
    )[mask] == 0


def _penalty(grid: _Grid) -> int:
    """Return how badly scanners would like it: long runs, blocks, what looks like a finder, too dark or light."""
    columns = [list(column) for column in zip(*grid, strict=True)]
    found = sum(_line_penalty(line) for line in (*grid, *columns))
    size = len(grid)
    for row, column in product(range(size - 1), repeat=2):
        block = grid[row][column : column + 2] + grid[row + 1][column : column + 2]
        found += 3 if sum(block) in (0, 4) else 0
    dark = sum(map(sum, grid))
    return found + 10 * (abs(dark * 20 - size * size * 10) // (size * size))


def _line_penalty(line: list[int]) -> int:
    lengths = [len(list(run)) for _, run in groupby(line)]
    found = sum(length - 2 for length in lengths if length >= 5)
    text = "".join(map(str, line))
    for pattern in ("10111010000", "00001011101"):
        at = text.find(pattern)
        while at >= 0:
            found += 40
            at = text.find(pattern, at + 1)
    return found
