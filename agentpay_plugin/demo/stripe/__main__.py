"""python -m agentpay_plugin.demo.stripe --port 12111"""

from agentpay_plugin.demo.stripe.server import main

main()
