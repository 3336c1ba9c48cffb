"""python -m agentpay_plugin.demo.asaas --port 12112"""

from agentpay_plugin.demo.asaas.server import main

main()
