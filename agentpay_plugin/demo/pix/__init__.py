"""A stateful, strict look-alike of a bank that speaks the Central Bank's API Pix, with Efí's ways.

Start it by `python -m agentpay_plugin.demo.pix --port 12113`, or in-process:

    with running() as bank:              # from agentpay_plugin.demo.pix.server
        access = efi("Client_Id_1", "Client_Secret_1", "", "loja@example.com", live=False, base=bank.url)
        PixProvider(access, ("secret…",), clock=bank.clock.now)
        bank.pay(bank.charges[0]["txid"])

Any client id is an account of its own, with the secret that it first came with. It plays tokens, immediate
charges (/v2/cob), payments and refunds (/v2/pix), webhooks by PIX key (/v2/webhook), and a phone to pay with at
/phone. A certificate is asked for where the server is given a TLS context that does. The clock is the
wall's until moved.

Levers, also as methods of lookalike.LookAlike (JSON in and out; a body may be left out), besides the
common ones (lookalikes.levers):

    GET    /_control/charges | refunds | events
    GET    /_control/bearing/<id>                         the newest charge that bears our charge's id
    POST   /_control/pay                     {code}       as a phone does
    POST   /_control/charges/<txid>/pay      {late?}      late: although its time is over
    POST   /_control/charges/<txid>/remove                by the bank
    POST   /_control/charges/<txid>/give_back {amount?}   a refund made in the bank's panel, in centavos
    POST   /_control/refunds/become          {statuses}   of the next refunds
    POST   /_control/refunds/<id>            {status}     ends one in processing
    POST   /_control/gather                  {on}         several payments in one webhook, sent when off
    POST   /_control/old_errors              {on}         errors in Efí's older shape
    POST   /_control/lag                     {times?}     reads of charges that do not show their refunds yet
    POST   /_control/tokens/life             {seconds}
    POST   /_control/tokens/revoke
    POST   /_control/clients/revoke          {client_id}
"""
