"""`make bench`: what AgentPay costs, each figure beside the same work without it. See docs/performance.md."""
