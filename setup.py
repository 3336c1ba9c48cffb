"""Packaging of AgentPay. Tool settings are in pyproject.toml."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

HERE = Path(__file__).parent
VERSION = re.search(r'__version__ = "(.+)"', (HERE / "agentpay_plugin/__init__.py").read_text())[1]


WIDGET = HERE / "storefront_widget" / "dist" / "script"
WITHOUT_WIDGET = "AGENTPAY_WITHOUT_WIDGET"
# A warning would be for nobody: pip shows what a build says only when it fails.
NO_WIDGET = f"""
AgentPay could not build the chat's script, which your shop will serve. It is built with Node.js 20.19 or newer and npm:
install them (https://nodejs.org, or your system's packages nodejs and npm), and install AgentPay again.
If your pages load the script from elsewhere, {WITHOUT_WIDGET}=1 installs AgentPay without it.
"""


def build_widget():
    """Build the chat's script where it is not current. Ends the installation, in plain words, when it cannot be."""
    if os.environ.get(WITHOUT_WIDGET):
        return
    # Only in a clone; whatever else we are built from holds the build.
    builder = HERE / "scripts" / "widget"
    is_built = subprocess.call([builder]) == 0 if builder.exists() else WIDGET.is_dir()  # noqa: S603
    if not is_built:
        raise SystemExit(NO_WIDGET)


class BuildWithNeighbours(build_py):
    """Puts into the package what lives beside it: the GraphQL documents and the chat's script."""

    def run(self):
        if not self.editable_mode:
            build_widget()
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "agentpay_plugin"
        shutil.copytree(HERE / "graphql", target / "graphql", dirs_exist_ok=True)
        # What an earlier build left there would be carried along.
        shutil.rmtree(target / "widget", ignore_errors=True)
        if not os.environ.get(WITHOUT_WIDGET):
            shutil.copytree(WIDGET, target / "widget")


class SourcesWithWidget(sdist):
    """A source distribution needs no Node.js: the built script is in it."""

    def run(self):
        build_widget()
        super().run()


setup(
    name="agentpay-saleor",
    version=VERSION,
    description="Selling inside a chat, on the shop's own page, with Saleor.",
    long_description=(HERE / "README.md").read_text(),
    long_description_content_type="text/markdown",
    packages=find_packages(include=["agentpay_plugin*"]),
    package_data={
        "agentpay_plugin": [
            "py.typed",
            "locale/*/LC_MESSAGES/*.mo",
            "language/weights.bin",
            "gateway/requirements.txt",
            "saleor/app_page.js",
            "gateway/static/**/*",
        ]
    },
    cmdclass={"build_py": BuildWithNeighbours, "sdist": SourcesWithWidget},
    python_requires=">=3.11",
    # Each of these is in Saleor's own environment already; Saleor's pins decide the version.
    install_requires=[
        "babel>=2.12",
        "celery>=5.3",
        "django>=4.2",
        "graphene>=2.1.9,<3",
        "requests>=2.28",
        "stripe>=3,<4",
    ],
    extras_require={
        # For shops whose assistant is Claude: pip install 'agentpay-saleor[claude]'.
        "claude": ["anthropic>=2.12,<3"],
    },
    entry_points={
        # The entry point's name is what Saleor appends to INSTALLED_APPS.
        "saleor.plugins": ["agentpay_plugin = agentpay_plugin.plugin:AgentPayPlugin"],
    },
)
