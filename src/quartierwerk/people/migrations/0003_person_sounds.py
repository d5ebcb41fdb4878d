from django.db import migrations

import quartierwerk.people.sounds
from quartierwerk.people.sounds import sounds_of


def hear_names(apps, schema_editor):
    persons = apps.get_model('people', 'Person').objects.using(schema_editor.connection.alias)
    heard = []
    for person in persons.only('pk', 'name').order_by('pk').iterator(chunk_size=1000):
        person.sounds = sounds_of(person.name)[:250]
        heard.append(person)
        if len(heard) == 1000:
            persons.bulk_update(heard, ['sounds'])
            heard = []
    persons.bulk_update(heard, ['sounds'])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_person_notification_message_consent_contact_and_more'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='sounds',
            field=quartierwerk.people.sounds.SoundsField(max_length=250, of='name'),
        ),
        migrations.RunPython(hear_names, migrations.RunPython.noop),
    ]
