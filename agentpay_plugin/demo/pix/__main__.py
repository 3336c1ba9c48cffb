"""python -m agentpay_plugin.demo.pix --port 12113"""

from agentpay_plugin.demo.pix.server import main

main()
