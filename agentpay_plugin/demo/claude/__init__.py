"""A strict, scriptable look-alike of the part of Claude's Messages API that AgentPay uses.

Start it by `python -m agentpay_plugin.demo.claude --port 12114`, or in-process:

    with running() as claude:            # from agentpay_plugin.demo.claude.server
        claude.answers(Answer((Say(("Hel", "lo")),)))
        Claude("sk-ant-12345678", "claude-haiku-5-5", claude.url).reply(…)

Any key `sk-ant-…` may ask. It refuses what Claude refuses: a temperature, unknown fields, tools whose schema is not
strict, a call without its result, thinking that was changed or may not be switched off. Its cache keeps the real rule
(cache.py). What it was asked is kept. Without a script it answers
by a few words (speakers/brain.py).

Levers, also as methods of lookalike.LookAlike (JSON in and out):

    GET    /_control/requests
    POST   /_control/script       {answers: [{steps: [{say: […]}, {call, arguments}, {happens}], status, retry_after, …}]}
    POST   /_control/keys/revoke  {key}
    POST   /_control/release      lets go every stream that waits
"""
