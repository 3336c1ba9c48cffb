"""The demo as a process: started, ended, started again, in one another's way."""

from __future__ import annotations

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from websockets.sync.client import connect

from tests.demo.buying import paying
from tests.demo.demo import Demo
from tests.saleor.client import Shopper, document


@pytest.fixture
def own(tmp_path: Path) -> Demo:
    """A demo of this test's own, not started."""
    return Demo(tmp_path)


def test_second_start_keeps_an_open_payment_and_ends_it(own: Demo) -> None:
    own.start()
    shopper = Shopper(own)  # type: ignore[arg-type]
    payment = paying(shopper)
    said = [message["text"] for message in shopper.messages]

    assert own.end() == 0
    own.start()

    returned = Shopper(own, token=shopper.token)  # type: ignore[arg-type]
    returned.look()
    assert [message["text"] for message in returned.messages] == said
    own.press(payment["pageUrl"], "pay")
    assert returned.wait_for_part("ChatReceipt")["paid"] == payment["amount"]
    assert own.end() == 0


@pytest.mark.parametrize("sig", [signal.SIGINT, signal.SIGTERM])
def test_ends_cleanly_under_an_open_socket(own: Demo, sig: signal.Signals) -> None:
    own.start()
    url = f"ws://127.0.0.1:{own.port}/graphql/"
    with connect(url, subprotocols=["graphql-transport-ws"]) as socket:  # type: ignore[list-item]
        socket.send('{"type": "connection_init"}')
        socket.recv(timeout=20)

        code = own.end(sig)

    assert code == 0
    assert own.words().endswith("demo: stopped; the data is kept, `make demo-reset` forgets it\n")
    assert "Traceback" not in own.words()


def test_port_in_use_is_named(own: Demo, tmp_path: Path) -> None:
    own.start()
    other = Demo(tmp_path / "other", port=own.port)
    other.folder.mkdir()

    code = other.run().wait(timeout=30)

    assert code == 1
    assert f"port {own.port} cannot be used" in other.words()
    assert f"PORT={own.port + 10} make demo" in other.words()
    assert not (other.folder / "data").exists()
    own.end()


def test_who_takes_pix_must_be_there(own: Demo) -> None:
    own.settings["DEMO_PIX"] = "paypal"

    code = own.run().wait(timeout=30)

    assert code == 1
    assert own.words() == (
        "DEMO_PIX=paypal is none of those whose look-alikes there are: asaas, pix, stripe."
        " docs/demo.md says how to start the others.\n"
    )
    assert not (own.folder / "data").exists()


def test_reset_forgets_everything(own: Demo) -> None:
    own.start()
    shopper = Shopper(own)  # type: ignore[arg-type]
    shopper.start()
    while_it_runs = own.run("reset").wait(timeout=30)
    own.end()

    code = own.run("reset").wait(timeout=30)

    assert (while_it_runs, code) == (1, 0)
    own.start()
    assert own.answer(document("chat"), token=shopper.token, after=0) == {"data": {"chat": None}}
    own.end()


def test_pages_of_this_machine_alone_may_call_it(own: Demo) -> None:
    own.start()

    allowed = [
        requests.post(
            f"{own.url}/graphql/",
            json={"query": "{ __typename }"},
            headers={"Origin": origin},
            timeout=30,
        ).headers.get("Access-Control-Allow-Origin")
        for origin in ("http://localhost:3000", "http://127.0.0.1:5173", "https://shop.example")
    ]

    assert allowed == ["http://localhost:3000", "http://127.0.0.1:5173", None]
    own.end()


def test_answers_to_its_own_names_only(own: Demo) -> None:
    own.start()

    strange = [
        requests.get(own.url + path, headers={"Host": "shop.example"}, timeout=30).status_code
        for path in ("/", "/graphql/", "/stripe/_control")
    ]

    assert strange == [400, 400, 400]
    own.end()


def test_dies_at_the_checkpoint_it_was_told_and_goes_on_after_it(own: Demo) -> None:
    deaths = own.folder / "die-at"
    deaths.mkdir()
    (deaths / "open.provider_created").touch()
    clock = own.folder / "clock"
    own.settings |= {"DEMO_DIE_AT": str(deaths), "DEMO_CLOCK": str(clock)}
    own.start()
    shopper = Shopper(own)  # type: ignore[arg-type]

    with pytest.raises(requests.ConnectionError):
        paying(shopper)
    killed = own.process and own.process.wait(timeout=20)
    clock.write_text("61")  # the dead one's lease is over
    own.start()
    payment = Shopper(own, token=shopper.token).wait_for_stage("PAYING", 60)["payment"]  # type: ignore[arg-type]

    assert (killed, list(deaths.iterdir())) == (-signal.SIGKILL, [])
    assert payment["state"] == "OPEN"
    assert own.end() == 0


def test_a_file_moves_its_clock(own: Demo) -> None:
    clock = own.folder / "clock"
    own.settings["DEMO_CLOCK"] = str(clock)
    own.start()
    before, ahead = Shopper(own), Shopper(own)  # type: ignore[arg-type]

    before.start()
    clock.write_text("7200")
    ahead.start()

    first, second = (
        datetime.fromisoformat(one.messages[0]["createdAt"]) for one in (before, ahead)
    )
    assert timedelta(hours=2) <= second - first < timedelta(hours=2, minutes=1)
    assert abs(datetime.now(UTC) - first) < timedelta(minutes=1)
    assert own.end() == 0
