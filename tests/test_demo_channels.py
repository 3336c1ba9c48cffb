import pytest

from agentpay_plugin.demo.channels import CHANNELS, DemoChannel
from agentpay_plugin.settings import ChannelSettings, PixBank


@pytest.mark.parametrize(
    ("provider", "live"),
    [
        ("stripe", ChannelSettings(stripe_secret_key="rk_live_12345678")),
        ("asaas", ChannelSettings(asaas_api_key="$aact_prod_12345678")),
        ("pix", ChannelSettings(pix_client_id="Client_12345678", pix_bank=PixBank.OTHER)),
    ],
)
def test_the_demo_takes_no_live_keys(provider: str, live: ChannelSettings) -> None:
    words = f"the {provider} keys of channel brazil are live ones"
    with pytest.raises(ValueError, match=words) as refused:
        DemoChannel("brazil", 2, live)

    assert "12345678" not in str(refused.value)


def test_the_demos_own_keys_are_play_money() -> None:
    keys = [channel.settings.stripe_secret_key[:8] for channel in CHANNELS.values()]

    assert keys == ["sk_test_"] * len(CHANNELS)
