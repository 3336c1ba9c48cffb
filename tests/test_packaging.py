"""The package as it is installed: the chat's script is in it, or the installation says why not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PARTS = ("setup.py", "README.md", "agentpay_plugin/__init__.py", "scripts/widget", "graphql")
# All that a build needs but Node.js and npm.
PROGRAMS = ("bash", "env", "dirname", "find", "sort", "xargs", "sha256sum", "cut", "cat")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with little in it, whose widget is not built."""
    clone = tmp_path / "clone"
    for part in PARTS:
        (clone / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (REPOSITORY / part).is_dir() else shutil.copy
        copy(REPOSITORY / part, clone / part)
    (clone / "storefront_widget" / "src").mkdir(parents=True)
    (clone / "storefront_widget" / "package.json").write_text("{}")
    bare = tmp_path / "bin"
    bare.mkdir()
    for program in PROGRAMS:
        (bare / program).symlink_to(str(shutil.which(program)))
    return clone


def built(clone: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the package as pip has it done, on a machine without Node.js."""
    return subprocess.run(
        [sys.executable, "setup.py", "-q", "build_py", "--build-lib", "built"],
        cwd=clone,
        env={"PATH": str(clone.parent / "bin"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def script(clone: Path, text: str) -> None:
    made = clone / "storefront_widget" / "dist" / "script"
    made.mkdir(parents=True, exist_ok=True)
    (made / "agentpay-widget.js").write_text(text)


def test_without_node_it_is_not_installed_half(clone: Path) -> None:
    told = built(clone)

    assert told.returncode == 1
    assert "Node.js 20.19 or newer and npm" in told.stderr
    assert "AGENTPAY_WITHOUT_WIDGET=1 installs AgentPay without it" in told.stderr
    assert not (clone / "built").exists()


def test_whoever_wants_it_without_the_script_gets_that(clone: Path) -> None:
    told = built(clone, AGENTPAY_WITHOUT_WIDGET="1")

    assert told.returncode == 0, told.stderr
    package = clone / "built" / "agentpay_plugin"
    assert (package / "graphql" / "agentpay.graphql").is_file()
    assert not (package / "widget").exists()


def test_script_that_was_built_elsewhere_is_carried_and_nothing_older(clone: Path) -> None:
    (clone / "scripts" / "widget").unlink()  # as in an image's build, or a source distribution
    script(clone, "new")
    old = clone / "built" / "agentpay_plugin" / "widget" / "panel-0ldOne__.js"
    old.parent.mkdir(parents=True)
    old.write_text("old")

    told = built(clone)

    assert told.returncode == 0, told.stderr
    carried = {file.name: file.read_text() for file in old.parent.iterdir()}
    assert carried == {"agentpay-widget.js": "new"}


def test_the_local_model_is_installed_with_it(clone: Path) -> None:
    for name in ("__init__.py", "weights.bin"):
        (clone / "agentpay_plugin" / "language").mkdir(exist_ok=True)
        shutil.copy(
            REPOSITORY / "agentpay_plugin/language" / name, clone / "agentpay_plugin/language"
        )

    told = built(clone, AGENTPAY_WITHOUT_WIDGET="1")

    assert told.returncode == 0
    weights = clone / "built" / "agentpay_plugin" / "language" / "weights.bin"
    assert (
        weights.read_bytes() == (REPOSITORY / "agentpay_plugin/language/weights.bin").read_bytes()
    )
