"""Packaging of AgentPay. Tool settings are in pyproject.toml."""

import re
import shutil
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
VERSION = re.search(r'__version__ = "(.+)"', (HERE / "agentpay_plugin/__init__.py").read_text())[1]


class BuildWithDocuments(build_py):
    """Puts the GraphQL documents, which live beside the package, into it."""

    def run(self):
        super().run()
        target = Path(self.build_lib) / "agentpay_plugin" / "graphql"
        if not self.editable_mode:
            shutil.copytree(HERE / "graphql", target, dirs_exist_ok=True)


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
            "gateway/requirements.txt",
            "gateway/static/**/*",
        ]
    },
    cmdclass={"build_py": BuildWithDocuments},
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
    entry_points={
        # The entry point's name is what Saleor appends to INSTALLED_APPS.
        "saleor.plugins": ["agentpay_plugin = agentpay_plugin.plugin:AgentPayPlugin"],
    },
)
