"""A stateful, strict look-alike of the part of Stripe that AgentPay uses.

Start it by `python -m agentpay_plugin.demo.stripe --port 12111`, or in-process:

    with running() as stripe:              # from agentpay_plugin.demo.stripe.server
        StripeProvider("sk_test_12345678", ("whsec_12345678",), stripe.url)
        stripe.pay(stripe.sessions[0]["id"])

Any test key is an account of its own; live keys are refused. It plays the API version in
`parameters.VERSION`: Checkout Sessions in payment mode, the page to pay on (/c/pay/<session id>),
payments, refunds, webhooks. The clock is the wall's until it is moved.

Levers, also as methods of lookalike.LookAlike (JSON in and out; a body may be left out):

    GET    /_control                         url, now
    GET    /_control/sessions | payment_intents | refunds | disputes | events | requests | deliveries | endpoints
    POST   /_control/endpoints               {url, secret, enabled_events?, account? (a secret key)}
    DELETE /_control/endpoints
    POST   /_control/sessions/<id>/pay       {email?, delayed?}      as the page's button does
    GET    /_control/bearing/<id>                                    the newest session that bears our charge's id
    POST   /_control/sessions/<id>/settle    {succeed?}              ends a delayed payment
    POST   /_control/sessions/<id>/decline   {reason?}               one declined try; stays open
    POST   /_control/sessions/<id>/expire
    POST   /_control/sessions/<id>/give_back {amount?}               a refund made in the Dashboard
    POST   /_control/refunds/become          {statuses: [...]}       of the next refunds
    POST   /_control/refunds/<id>            {status, reason?}       ends a pending refund
    POST   /_control/sessions/<id>/dispute   {amount?, reason?, inquiry?}   the bank wants money back
    POST   /_control/disputes/<id>           {status}                goes on with a dispute, or ends it
    POST   /_control/keys/revoke             {key}
    POST   /_control/clock                   {advance: seconds} | {at: epoch or null (the wall's)}
    POST   /_control/faults                  {kind, times?, seconds?, pattern? (of "METHOD /path")}
    POST   /_control/faults/release          drops all, and lets go what waits in one
    POST   /_control/webhooks                {lose?, repeat?, parallel?, hold?, delay?, order?, retry?,
                                              signature_offset?, virtual_signature?}
    POST   /_control/webhooks/normal         nothing goes wrong any more
    POST   /_control/webhooks/release        {order?: created | reversed | shuffled}
    POST   /_control/webhooks/resend         {event_id}              lost ones too
    POST   /_control/webhooks/flush          {timeout?}              -> {idle: true} when none is left

Kinds of faults: lookalikes.faults.FaultKind. Switches of webhooks: lookalikes.webhooks.Modes.
"""
