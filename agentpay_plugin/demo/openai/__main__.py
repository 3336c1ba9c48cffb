"""python -m agentpay_plugin.demo.openai --port 12115"""

from agentpay_plugin.demo.openai.server import main

main()
