"""The shop's side: adapters of the conversation's shop ports and of the money shell's books."""
