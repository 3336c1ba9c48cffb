"""The conversation engine, pure: `engine.advance` is its one entry, `codec` stores what it returns."""
