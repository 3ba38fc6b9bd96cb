"""Alembic environment: runs on the connection that ``storage.migrate`` hands over."""

from alembic import context

from storage.engine import Base

verbinding = context.config.attributes["connection"]
context.configure(connection=verbinding, target_metadata=Base.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
