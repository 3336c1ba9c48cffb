"""QR codes. The digests are of codes that two other encoders made and another decoder read."""

from __future__ import annotations

import hashlib

import pytest

from agentpay_plugin import qr
from agentpay_plugin.errors import InvalidInput

AGENTPAY = """
#######  # #  #######
#     # ###   #     #
# ### #   ##  # ### #
# ### #  #### # ### #
# ### # ##### # ### #
#     #   ##  #     #
####### # # # #######
         #           
# # # #     #   #  # 
##   #  ## # ## #  ##
#### ##   ## ##### ##
### ## # #####       
 # ## #   ##  # #   #
        ##    ###  ##
#######  ## #  ######
#     #       ##   # 
# ### # # # # # #    
# ### #  # # #  # ## 
# ### # ## # ####   #
#     #    ### #   # 
####### #### ##### ##
"""  # noqa: W291 light modules at the end of a line


def test_a_short_text_is_the_smallest_code() -> None:
    drawn = ["".join(" #"[dark] for dark in line) for line in qr.encode("agentpay")]

    assert drawn == AGENTPAY.strip("\n").split("\n")


@pytest.mark.parametrize(
    ("text", "side", "digest"),
    [
        ("São Paulo", 21, "98bfeafca4d58639"),
        ("x" * 150, 49, "1336208e16162851"),
        ("x" * 512, 89, "bd362c52c4a21f09"),
        ("x" * 666, 97, "b5036bf0647f9696"),
    ],
)
def test_every_length_a_pix_code_may_have_is_encoded(text: str, side: int, digest: str) -> None:
    modules = qr.encode(text)
    bits = "".join("01"[dark] for line in modules for dark in line)

    assert len(modules) == side
    assert hashlib.sha256(bits.encode()).hexdigest()[:16] == digest


def test_a_text_that_no_code_holds_is_refused() -> None:
    with pytest.raises(InvalidInput, match="too long"):
        qr.encode("x" * 667)


def test_the_path_draws_the_dark_runs_inside_the_quiet_zone() -> None:
    side, path = qr.path("agentpay")

    assert side == 21 + 8
    assert path.startswith("M4 4.5h7m2 0h1m1 0h1m2 0h7M4 5.5h1m5 0h1")
    assert path.count("M") == 21


def test_the_image_is_dark_on_white_whatever_is_behind_it() -> None:
    image = qr.svg("agentpay")

    assert image.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"')
    assert '<path fill="#fff" d="M0 0h29v29H0z"/>' in image
