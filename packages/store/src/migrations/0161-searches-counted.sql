-- The desk counts approaches, replies and offers of every search that goes on: from the index alone, without what each entry says.
create index search_entry_counted on search_entry (authority_id, case_id, kind, about);
