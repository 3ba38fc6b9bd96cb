"""The database beneath knowledge and cases: engine, base class, migrations."""
