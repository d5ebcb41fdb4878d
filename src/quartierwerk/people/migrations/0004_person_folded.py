from django.db import migrations

import quartierwerk.people.folding
from quartierwerk.people.folding import folded


def fold_names(apps, schema_editor):
    persons = apps.get_model('people', 'Person').objects.using(schema_editor.connection.alias)
    changed = []
    for person in persons.only('pk', 'name', 'email').order_by('pk').iterator(chunk_size=1000):
        person.folded = folded(f'{person.name}\n{person.email}')
        changed.append(person)
        if len(changed) == 1000:
            persons.bulk_update(changed, ['folded'])
            changed = []
    persons.bulk_update(changed, ['folded'])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_person_sounds'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='folded',
            field=quartierwerk.people.folding.FoldedField('name', 'email'),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
    ]
