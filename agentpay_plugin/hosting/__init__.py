"""What every process that hosts AgentPay does alike, whoever's shop it serves. Imports no shop."""
