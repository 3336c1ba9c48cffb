"""The chat's shell: stores what happened, lets the engine decide, carries it out, stores the reply."""
