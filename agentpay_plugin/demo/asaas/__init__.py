"""A stateful, strict look-alike of the part of Asaas's API version 3 that AgentPay uses.

Start it by `python -m agentpay_plugin.demo.asaas --port 12112`, or in-process:

    with running() as asaas:              # from agentpay_plugin.demo.asaas.server
        AsaasProvider("$aact_hmlg_12345678", ("token…",), f"{asaas.url}/v3")
        asaas.pay(asaas.payments[0]["id"])

Any key of the sandbox (`$aact_hmlg_…`) is an account of its own; production's are refused. It plays customers,
PIX charges, codes, refunds, webhooks, and a phone to pay with at /phone. The clock is the wall's until moved.

Levers, also as methods of lookalike.LookAlike (JSON in and out; a body may be left out), besides the
common ones (lookalikes.levers):

    GET    /_control/payments | customers | refunds | events
    GET    /_control/bearing/<id>                          the newest payment that bears our charge's id
    POST   /_control/pay                      {code}       as a phone does
    POST   /_control/payments/<id>/pay
    POST   /_control/payments/<id>/delete                  by the merchant
    POST   /_control/payments/<id>/give_back  {amount?}    a refund made in Asaas's panel, in centavos
    POST   /_control/refunds/become           {statuses}   of the next refunds
    POST   /_control/payments/<id>/refunds    {status}     ends its pending refunds
    POST   /_control/balance                  {centavos}   what refunds can be paid from
    POST   /_control/keys/revoke              {key}
"""
