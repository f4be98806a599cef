"""What touches the world: files, databases, engines. No rule of the domain; siblings are blind to each other."""
