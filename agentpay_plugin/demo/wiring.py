"""Names the concrete adapters, once, for the demo: the sandbox shop, and look-alikes behind our adapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, partial

from agentpay_plugin import models, payments
from agentpay_plugin.charges import capture_requests, hooks, refund_requests, view
from agentpay_plugin.charges import desk as charges
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.ports import Books, Provider
from agentpay_plugin.chat.assistant.desk import AssistantDesk
from agentpay_plugin.chat.assistant.slots import MemorySlots
from agentpay_plugin.chat.desk import ChatDesk, Ports
from agentpay_plugin.chat.news import Send, streamer, teller
from agentpay_plugin.chat.people import PeopleList
from agentpay_plugin.conversation.library import own_answers
from agentpay_plugin.demo import channels, clock, dying, settings
from agentpay_plugin.demo.hands import THREADS, Hands
from agentpay_plugin.hosting import sweeping, telling, urls, web
from agentpay_plugin.hosting.host import Host
from agentpay_plugin.hosting.work import Works, works
from agentpay_plugin.language.hybrid import HybridLanguage, Thresholds
from agentpay_plugin.language.models import model_of
from agentpay_plugin.realtime.memory import MemoryBus
from agentpay_plugin.shop.sandbox import GatewayCall, SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment
from agentpay_plugin.shop.sandbox.assortment.making import REAIS
from agentpay_plugin.shop.sandbox.database import DatabaseStore
from agentpay_plugin.shop.sandbox.store import MemoryStore, Store


@cache
def shop() -> SandboxShop:
    """Return the sandbox shop, whose payment gateway we are."""
    goods = assortment(media_url=f"{settings.PUBLIC_URL}/media/")
    for slug in channels.PIX_ROADS:
        goods = goods.with_channel(slug, like=REAIS)
    store: Store = MemoryStore() if settings.SHOP_IN_MEMORY else DatabaseStore()
    return SandboxShop(
        goods,
        store,
        gateway=_gateway,
        refund_gateway=lambda asked: refund_requests.ask_back(charges_desk(), asked),
        capture_gateway=lambda asked: capture_requests.ask_capture(charges_desk(), asked),
        release_gateway=lambda asked: capture_requests.ask_release(charges_desk(), asked),
    )


@cache
def charges_desk() -> charges.Desk:
    """Return the money shell's desk."""
    return charges.Desk(
        books=_books,
        requests=shop().requests(),
        provider=_provider,
        settings=channels.settings_of,
        clock=clock.now,
        return_page_url=lambda return_id: settings.PUBLIC_URL + urls.return_path(return_id),
        is_allowed_link=lambda url: url.startswith(f"{settings.PUBLIC_URL}/"),
        changed=telling.changed(chat_desk),
        wake=waker(),
        reached=dying.reached,
        declined=telling.declined(chat_desk),
    )


@cache
def chat_desk() -> ChatDesk:
    """Return the chat's desk."""
    return ChatDesk(
        ports=_ports,
        settings=channels.settings_of,
        clock=clock.now,
        wake=waker(),
        charge_view=view.of,
        channel_key=channels.key_of_slug,
        channel_slug=channels.key_of_slug,
        publish=teller(_ways().news, channels.key_of_slug),
        assistant=AssistantDesk(
            model=partial(model_of, claude_base=settings.CLAUDE_API_BASE),
            slot=_places(),
            stream=streamer(_ways().pieces),
        ),
    )


@cache
def memory_bus() -> MemoryBus:
    """Return the bus of news within this process."""
    return MemoryBus()


@cache
def hands() -> Hands:
    """Return the workers of this very process."""
    return Hands(all_works)


@cache
def all_works() -> Works:
    """Return what this process can be woken for."""
    return works(charges_desk, chat_desk, sweep)


@cache
def waker() -> Callable[[str, str], bool]:
    """Return the way to whoever works: Celery, or threads of this process."""
    if not settings.HAS_WORKERS:
        return hands().wake
    # A demo in one process has no Celery. The first import makes the app that the second one speaks to.
    from agentpay_plugin.demo import celery  # noqa: F401
    from agentpay_plugin.hosting.celery import wake

    return wake


def bases() -> Mapping[payments.ProviderName, str]:
    """Return where the providers' look-alikes answer, of those that there are."""
    named = {
        payments.ProviderName.STRIPE: settings.STRIPE_API_BASE,
        payments.ProviderName.ASAAS: settings.ASAAS_API_BASE,
        payments.ProviderName.PIX: settings.PIX_API_BASE,
    }
    return {name: base for name, base in named.items() if base}


def host() -> Host:
    """Return what the operator's commands need of the demo."""
    return Host(charges_desk(), channels.key_of_slug, channels.key_of_slug)


def web_door() -> web.Door:
    """Return what AgentPay's own URLs need of their host."""
    return web.Door(charges_desk(), channels.key_of_number, keep_sweeping)


def keep_sweeping() -> None:
    """Start the sweep once a minute."""
    sweeping.keep_sweeping(charges_desk(), chat_desk(), waker())


def sweep() -> None:
    """Finish what was left half-done; once a minute, whoever calls."""
    if sweeping.is_due(charges_desk()):
        sweeping.sweep(charges_desk(), chat_desk())


@dataclass(frozen=True, slots=True)
class _Ways:
    """How what happens is told to whoever listens."""

    news: Send
    pieces: Send


@cache
def _ways() -> _Ways:
    if not settings.HAS_WORKERS:
        return _Ways(memory_bus().send, memory_bus().send)
    from agentpay_plugin.realtime.redis import RedisPublisher  # a demo in one process has no Redis

    publisher = RedisPublisher(settings.REDIS_URL)
    return _Ways(publisher.send, publisher.send_piece)


def _places() -> Callable[[int], AbstractContextManager[bool]]:
    """One of the threads is always left to money."""
    if not settings.HAS_WORKERS:
        return MemorySlots(THREADS - 1).hold
    from agentpay_plugin.hosting import places

    return places.of(settings.REDIS_URL)


def _gateway(call: GatewayCall) -> Mapping[str, object]:
    """Answer the shop's call of its payment gateway, as our plugin answers Saleor's."""
    session = hooks.Session(
        transaction_id=call.transaction_id,
        source_id=call.source_id,
        channel=call.channel,
        amount=call.amount,
        currency=call.currency,
        key=call.key,
        data=call.data,
        action=call.action,
    )
    return hooks.initialize(charges_desk(), session)


def _books(channel: str) -> Books:  # noqa: ARG001 one shop, whatever the channel
    return shop().books()


def _provider(channel: str, name: str) -> Provider | None:
    """Return who takes a channel's money by one road: by the keys in channels.py, and look-alikes alone."""
    led = payments.Bases(settings.STRIPE_API_BASE, settings.ASAAS_API_BASE, settings.PIX_API_BASE)
    return payments.provider_of(name, channels.settings_of(channel), led)


def _thresholds(channel: str) -> Thresholds:
    chosen = channels.settings_of(channel)
    return Thresholds(chosen.act_on_rules, chosen.act_on_model)


def _ports(conversation: models.Conversation) -> Ports:
    channel, locale = conversation.channel, conversation.locale
    return Ports(
        catalogue=shop().catalogue(channel, locale),
        carts=shop().carts(channel, locale),
        library=shop().library(locale, own_answers(channels.settings_of(channel).answers)),
        orders=shop().orders(),
        payments=ChatPayments(charges_desk(), conversation.pk, channel, locale),
        language=HybridLanguage(partial(_thresholds, channel)),
        people=PeopleList(clock.now),
    )
