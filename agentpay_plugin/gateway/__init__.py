"""The realtime gateway: GraphQL subscriptions for the browser. No Django here; see docs/realtime.md."""
