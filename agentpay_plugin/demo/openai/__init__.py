"""A strict, scriptable look-alike of the part of OpenAI's Chat Completions API that AgentPay uses.

Start it by `python -m agentpay_plugin.demo.openai --port 12115`, or in-process:

    with running() as openai:            # from agentpay_plugin.demo.openai.server
        openai.answers(Answer((Say(("Hel", "lo")),)))
        OpenAI("sk-12345678", "gpt-6-luna", f"{openai.url}/v1").reply(…)

Any key `sk-…` may ask. It refuses what OpenAI refuses: unknown fields, tools whose schema is not strict, a call without
its result, `max_tokens` and a temperature for its own models. Other models, `local-…`, are answered as servers of one's own
do. What it was asked is kept. Without a script it answers by a few words (speakers/brain.py).

The levers are those of demo/claude.
"""
