"""A QR code's data: mode, length, bytes and filling, in blocks with their error correction, as bits."""

from __future__ import annotations

from agentpay_plugin.errors import InvalidInput

# By version from 1: error correction bytes of a block, and (blocks, data bytes of each) for level M.
_BLOCKS: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = (
    (10, ((1, 16),)),
    (16, ((1, 28),)),
    (26, ((1, 44),)),
    (18, ((2, 32),)),
    (24, ((2, 43),)),
    (16, ((4, 27),)),
    (18, ((4, 31),)),
    (22, ((2, 38), (2, 39))),
    (22, ((3, 36), (2, 37))),
    (26, ((4, 43), (1, 44))),
    (30, ((1, 50), (4, 51))),
    (22, ((6, 36), (2, 37))),
    (22, ((8, 37), (1, 38))),
    (24, ((4, 40), (5, 41))),
    (24, ((5, 41), (5, 42))),
    (28, ((7, 45), (3, 46))),
    (28, ((10, 46), (1, 47))),
    (26, ((9, 43), (4, 44))),
    (26, ((3, 44), (11, 45))),
    (26, ((3, 41), (13, 42))),
)


def version_for(data: bytes) -> int:
    """Return the smallest version that holds the data; raises InvalidInput for more than 666 bytes."""
    version = next((one for one in range(1, len(_BLOCKS) + 1) if _fits(data, one)), None)
    if version is None:
        raise InvalidInput("text", "This is too long for a QR code.", "too_long")
    return version


def bits_of(data: bytes, version: int) -> str:
    """Return all bits of a code in the order in which they are laid out."""
    return _with_correction(_codewords(data, version), version)


def _capacity(version: int) -> int:
    return sum(blocks * size for blocks, size in _BLOCKS[version - 1][1])


def _fits(data: bytes, version: int) -> bool:
    return 4 + (8 if version < 10 else 16) + 8 * len(data) <= 8 * _capacity(version)


def _codewords(data: bytes, version: int) -> bytes:
    """Return mode, length and data, filled up to the version's capacity."""
    count_bits = 8 if version < 10 else 16
    bits = f"0100{len(data):0{count_bits}b}" + "".join(f"{byte:08b}" for byte in data)
    room = 8 * _capacity(version)
    bits += "0" * min(4, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    spare = room // 8 - len(words)
    return bytes(words) + bytes((0xEC, 0x11) * spare)[:spare]


def _with_correction(words: bytes, version: int) -> str:
    """Return the blocks interleaved, with their error correction, as bits."""
    length, groups = _BLOCKS[version - 1]
    blocks, at = [], 0
    for count, size in groups:
        for _ in range(count):
            blocks.append(words[at : at + size])
            at += size
    corrections = [_remainder(block, length) for block in blocks]
    longest = max(len(block) for block in blocks)
    mixed = [block[place] for place in range(longest) for block in blocks if place < len(block)]
    mixed += [block[place] for place in range(length) for block in corrections]
    return "".join(f"{byte:08b}" for byte in mixed)


def _tables() -> tuple[list[int], list[int]]:
    powers, logarithms, value = [0] * 512, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logarithms[value] = exponent
        value <<= 1
        if value > 255:
            value ^= 0x11D
    return powers, logarithms


_POWERS, _LOGARITHMS = _tables()


def _times(one: int, other: int) -> int:
    return _POWERS[_LOGARITHMS[one] + _LOGARITHMS[other]] if one and other else 0


def _generator(length: int) -> list[int]:
    found = [1]
    for root in range(length):
        shifted = [*found, 0]
        for place, factor in enumerate(found):
            shifted[place + 1] ^= _times(factor, _POWERS[root])
        found = shifted
    return found


def _remainder(block: bytes, length: int) -> list[int]:
    generator, rest = _generator(length), [*block, *[0] * length]
    for at in range(len(block)):
        factor = rest[at]
        for place, part in enumerate(generator):
            rest[at + place] ^= _times(part, factor)
    return rest[len(block) :]
