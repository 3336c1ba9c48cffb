"""python -m agentpay_plugin.demo.claude --port 12114"""

from agentpay_plugin.demo.claude.server import main

main()
