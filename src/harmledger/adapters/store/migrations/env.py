"""Runs the revisions on the connection that `opening` hands in, inside its transaction."""

from alembic import context

from harmledger.adapters.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
